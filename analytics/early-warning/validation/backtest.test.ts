import { describe, expect, it } from 'vitest';
import { InputError } from '../../errors.ts';
import { backtestText } from './backtest-text.ts';
import { backtest } from './backtest.ts';
import { parseTruth } from './truth.ts';
import { worldKinds } from './worlds/kinds.ts';
import { withSupplyBreak, world } from './worlds/world.ts';

/** Worlds that the model was not made on, with the hyperparameters that they have; the benchmark fits them. */
const hyper = { tau2: 3e-4, phi: 1.3, ws: 9e-4 };

describe('the model on quarterly worlds that nobody has seen', () => {
	const results = [1, 2, 3].map((seed) => {
		const { input, truth } = world('C', 100 + seed);
		return backtest(input, truth, hyper);
	});
	const mean = (of: (result: (typeof results)[number]) => number) =>
		results.reduce((sum, result) => sum + of(result), 0) / results.length;
	const model = (result: (typeof results)[number]) => result.truth!.rules[0]!;

	// 102 events: a share of found events has a standard error of about .04, and the seeds are fixed.
	it('finds events, with few false signals', () => {
		expect(mean((result) => model(result).falseShare!)).toBeLessThanOrEqual(0.15);
		expect(mean((result) => model(result).found[6]!)).toBeGreaterThanOrEqual(0.6 - 0.08);
		expect(mean((result) => model(result).found[12]!)).toBeGreaterThanOrEqual(0.82 - 0.08);
	});

	it('says how sure it is', () => {
		for (const { truth } of results) {
			for (const coverage of [truth!.model.levelCoverage, truth!.model.riseCoverage]) {
				expect(coverage).toBeGreaterThanOrEqual(0.93);
				expect(coverage).toBeLessThanOrEqual(0.97);
			}
			expect(truth!.model.eventCalibration).toBeLessThanOrEqual(0.03);
			expect(truth!.model.errorAgainstRaw).toBeLessThanOrEqual(0.5);
		}
		expect(mean((result) => result.truth!.model.riseSkill!)).toBeGreaterThanOrEqual(0.4);
	});

	it('beats plain rules, which warn far more often', () => {
		for (const { rules, truth } of results) {
			const [own, ...plain] = rules;
			for (const rule of plain.filter(({ rule }) => rule !== 'tested')) {
				expect(own!.confirmedAtSame!).toBeGreaterThan(rule.confirmedAtSame!);
				expect(rule.warnings).toBeGreaterThan(4 * own!.warnings);
			}
			expect(truth!.rules.map(({ rule }) => rule)).toEqual(['model', 'year_ago_20', 'previous_20', 'tested']);
		}
	});
});

it('raises no alarm without events, nor where a break in supply is declared', () => {
	const quiet = world('C', 200, { effect: 0 });
	const signals = (one: typeof quiet) => backtest(one.input, one.truth, hyper).truth!.rules[0]!.signals;
	const seriesPeriods = 342 * (worldKinds.C.periods - worldKinds.C.train);
	expect(signals(quiet)).toBeLessThanOrEqual((0.5 / 1000) * seriesPeriods);
	expect(signals(withSupplyBreak(quiet, 30, 60, true))).toBeLessThanOrEqual(2 + signals(quiet));
	expect(signals(withSupplyBreak(quiet, 30, 60, false))).toBeGreaterThan(60);
});

it('needs no truth, and puts its scorecard into words', () => {
	const { input, truth } = world('C', 300);
	const without = backtest(input, null, hyper);
	expect(without.truth).toBeNull();
	expect(backtestText(without)).not.toContain('Against the truth');
	const text = backtestText(backtest(input, truth, hyper));
	expect(text).toContain('# Scorecard of C-300');
	expect(text).toMatch(/\| early-warning model \| \d+ of 4788 \|/);
	expect(text).toContain('Events: 34.');
	expect(text).not.toMatch(/NaN|undefined|null/);
});

describe('a truth file', () => {
	const good = {
		event_series0: [1],
		onset0: [2],
		relative_level: [
			[1, 1, 1],
			[1, 1, 1]
		]
	};
	it.each<[string, unknown, RegExp]>([
		['no object', [], /truth file must be one JSON object/],
		['other lengths', { ...good, onset0: [] }, /onset0 has 0 entries, but event_series0 has 1/],
		['a series that is not there', { ...good, event_series0: [2] }, /beyond the 2 of the series file/],
		['a period that is not there', { ...good, onset0: [3] }, /onset0 names a period beyond the 3/],
		['a series twice', { ...good, event_series0: [1, 1], onset0: [1, 2] }, /names a series twice/],
		['another size', { ...good, relative_level: [[1, 1, 1]] }, /must have 2 series of 3 periods/],
		[
			'a level of zero',
			{
				...good,
				relative_level: [
					[1, 1, 0],
					[1, 1, 1]
				]
			},
			/relative_level\.0\.2 must be above zero/
		]
	])('with %s is refused', (_, value, message) => {
		const parse = () => parseTruth(value, 'truth.json', 2, 3);
		expect(parse).toThrow(InputError);
		expect(parse).toThrow(message);
	});
});
