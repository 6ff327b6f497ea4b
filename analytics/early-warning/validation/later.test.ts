import { describe, expect, it } from 'vitest';
import { columnsOf } from '../series/columns.ts';
import { judge } from '../series/judge.ts';
import type { RatioSeries } from '../series/model.ts';
import { toRatios } from '../series/ratios.ts';
import { laterCases, scoreRule, scoresOf } from './later-scores.ts';
import { laterRises } from './later.ts';
import { calibrationError } from './scores/calibration.ts';
import { meanOf } from './scores/forecasts.ts';
import { world } from './worlds/world.ts';

const hyper = { tau2: 3e-4, phi: 1.3, ws: 9e-4 };

function series(ratio: number[], breaks: number[] = []): RatioSeries {
	const column = (value: number) => new Float64Array(ratio.length).fill(value);
	return {
		ratio: Float64Array.from(ratio),
		expected: column(400),
		noise: column(1e-4),
		exposureNoise: column(0),
		breaks: new Set(breaks)
	};
}

function later(one: RatioSeries, freq: 4 | 1, from: number) {
	return laterRises([one], freq, from, hyper, judge([one], freq, from, hyper));
}

describe('what comes later', () => {
	it('is the half year after a period against the same quarters a year before', () => {
		// From quarter 8 on a fifth more: known at quarter 7 are 8 and 9, which come; at 11, 12 and 13 are as 8 and 9 were.
		const { came, stated } = later(series([...Array(8).fill(1), ...Array(8).fill(1.2)]), 4, 6);
		expect(came[0]!.slice(0, 8)).toEqual([0, 1, 1, 1, 0, 0, 0, 0]);
		// Of quarters 7 and 8 only one is higher: on average exactly 10 %, not more.
		expect(came[0]!.slice(8).every(Number.isNaN)).toBe(true);
		expect(stated[0]!.map(Number.isNaN)).toEqual(came[0]!.map(Number.isNaN));
		expect(stated[0]![1]!).toBeLessThan(stated[0]![3]!);
	});

	it('is the next year against the year before, in yearly series', () => {
		expect(later(series([1, 1, 1, 1, 1.2, 1.2, 1.2]), 1, 3).came[0]).toEqual([1, 1, 0, NaN]);
	});

	it('is unknown across a break, a gap, or after a ratio that is not above zero', () => {
		const flat = Array<number>(12).fill(1);
		expect(later(series(flat), 4, 6).came[0]).toEqual([0, 0, 0, 0, NaN, NaN]);
		expect(later(series(flat, [8]), 4, 6).came[0]!.every(Number.isNaN)).toBe(true);
		expect(later(series(flat.with(11, NaN)), 4, 6).came[0]).toEqual([0, 0, 0, NaN, NaN, NaN]);
		expect(later(series(flat.with(3, -1).with(4, -1)), 4, 6).came[0]!.slice(0, 3)).toEqual([NaN, NaN, 0]);
	});
});

it('is foretold with probabilities that hold, on a world with events, for small series as for large ones', () => {
	const { input } = world('C', 12);
	const ratios = toRatios(columnsOf(input));
	const found = laterRises(ratios, 4, 24, hyper, judge(ratios, 4, 24, hyper));
	// Over the seeds 1 to 20 the errors were at most .036 for the smallest hundred and .018 for the others; bins hold few cases.
	for (const [first, last, most] of [
		[0, 100, 0.045],
		[100, 342, 0.025]
	] as const) {
		const part = { came: found.came.slice(first, last), stated: found.stated.slice(first, last) };
		const { came, stated } = laterCases(part);
		expect(came.length).toBeGreaterThan(1_000);
		expect(calibrationError(came, stated)).toBeLessThan(most);
		expect(Math.abs(meanOf(stated) - meanOf(came))).toBeLessThan(most);
	}
	const scores = scoresOf(laterCases(found))!;
	expect(scores.skill).toBeGreaterThan(0.2);
	expect(scores.brier).toBeCloseTo(scores.miscalibration - scores.discrimination + scores.uncertainty, 12);
});

it('scores a rule by what came after its warnings', () => {
	const came = [[1, 0, NaN, 1]];
	const flags = [[true, true, true, false]];
	const scores = [[1, 3, 9, 2]];
	expect(scoreRule('tested', { flags, scores }, { came, stated: came }, 1)).toEqual({
		rule: 'tested',
		warnings: 2,
		cases: 3,
		confirmed: 0.5,
		confirmedAtSame: 0,
		base: 2 / 3,
		found: 0.5
	});
	expect(
		scoreRule('tested', { flags: [[false]], scores: [[1]] }, { came: [[NaN]], stated: [[NaN]] }, null)
	).toMatchObject({
		confirmed: null,
		base: null,
		found: null
	});
	expect(scoresOf({ stated: [0.5], came: [1] })).toBeNull();
});
