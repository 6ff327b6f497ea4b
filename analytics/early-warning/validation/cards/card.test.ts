import { describe, expect, it } from 'vitest';
import type { Panel } from '../../panel.ts';
import { watch } from '../../watch/watch.ts';
import { falseSignals, falseStructuralSignals } from '../null-simulation.ts';
import { worldPanel } from '../worlds/panel.ts';
import { world } from '../worlds/world.ts';
import { indicatorCard } from './card.ts';
import { scoredLevel } from './scored-level.ts';

const regions = {
	root: 'NL',
	parentOf: (code: string) => (code === 'NL' ? null : 'NL'),
	levelOf: () => 'gemeente'
};
const FROM = 24;
const judged = (...panels: Panel[]) => panels.flatMap((panel) => watch([panel], regions, FROM).levels);

/** A hundred municipalities of a world, evenly spread over sizes. */
function part(panel: Panel, more: Partial<Panel> = {}): Panel {
	const some = <T>(rows: readonly T[]) => rows.filter((_, i) => i % 3 === 0).slice(0, 100);
	return {
		...panel,
		regions: some(panel.regions),
		count: some(panel.count),
		sigma: some(panel.sigma),
		exposure: some(panel.exposure),
		exposureSigma: some(panel.exposureSigma),
		...more
	};
}

const total = part(worldPanel(world('C', 21)));
const group = part(worldPanel(world('C', 21, { sigma: 120 })), { attribute: 'age', code: '18-25' });
const models = judged(total, group);
const card = indicatorCard([total, group], models);

describe('the card of an indicator', () => {
	it('tells of each level what it can see', () => {
		const [level] = card.levels;
		expect(card).toMatchObject({ freq: 4, from: '000', to: '039', toldFrom: '024', scored: 'gemeente' });
		expect(level).toMatchObject({ level: 'gemeente', against: 'nation', regions: 100, known: 1, noise: 10 });
		expect(level!.detectableAt.map(({ count }) => count)).toEqual([20, 50, 100, 200, 500, 2_000]);
		const rises = level!.detectableAt.map(({ rise }) => rise);
		expect(rises).toEqual([...rises].sort((a, b) => b - a));
		for (const { rise, within } of level!.detectableAt) {
			expect(within!.map(({ months }) => months)).toEqual([3, 6, 12]);
			expect(within![1]!.rise).toBe(rise);
			expect(within![0]!.rise).toBeGreaterThan(rise);
			expect(within![2]!.rise).toBeLessThan(rise);
		}
		expect(level!.detectable).toBeGreaterThan(0.1);
		expect(level!.tooSmall).toBeLessThan(0.1);
	});

	it('holds the model and the plain rules against what came', () => {
		expect(card.rules.map(({ rule }) => rule)).toEqual(['model', 'year_ago_20', 'previous_20', 'tested']);
		const [model, yearAgo, previous] = card.rules;
		// 22 origins from the first that a release could have had, which is earlier than the first told one.
		expect(card).toMatchObject({ scoredFrom: '016', scoredTo: '037' });
		expect(model!.cases).toBe(2_200);
		expect(model!.confirmedAtSame).toBe(model!.confirmed);
		expect(model!.confirmed!).toBeGreaterThan(Math.max(yearAgo!.confirmed!, previous!.confirmed!));
		expect(yearAgo!.warnings).toBeGreaterThan(5 * model!.warnings);
		expect(card.scores!.skill!).toBeGreaterThan(0.2);
	});

	it('counts a signal as a warning for half a year', () => {
		const { open, fresh } = scoredLevel(models[0]!, true)!;
		const runs = fresh.flatMap((row, i) => row.filter((on, k) => on && !open[i]![k]!));
		expect(runs).toEqual([]);
		const count = (rows: readonly (readonly boolean[])[]) => rows.flat().filter(Boolean).length;
		expect(count(fresh)).toBeGreaterThan(0);
		expect(count(fresh)).toBeLessThan(count(open));
		// Two quarters at most, then it is no news any more.
		for (const row of fresh) expect(row.map((on) => (on ? 'x' : '-')).join('')).not.toContain('xxx');
	});

	it('shows whom it serves less well', () => {
		expect(card.sizes.map(({ series }) => series)).toEqual([20, 20, 20, 20, 20]);
		const seen = card.sizes.map(({ detectable }) => detectable!);
		expect(seen).toEqual([...seen].sort((a, b) => b - a));
		expect(card.groups).toHaveLength(1);
		const [young] = card.groups;
		expect(young).toMatchObject({ attribute: 'age', code: '18-25', series: 100, noise: 120 });
		expect(young!.tooSmall).toBeGreaterThan(0.5);
		expect(young!.tooSmall).toBeGreaterThan(card.levels[0]!.tooSmall!);
	});

	it('is plain JSON and the same each time', () => {
		expect(JSON.parse(JSON.stringify(card))).toEqual(card);
		expect(indicatorCard([total, group], models)).toEqual(card);
	});

	it('is made of yearly series too', () => {
		const yearly = (rows: readonly Float64Array[], of: (quarters: number[]) => number) =>
			rows.map((row) => Float64Array.from({ length: 10 }, (_, t) => of([...row.slice(4 * t, 4 * t + 4)])));
		const panel: Panel = {
			...total,
			freq: 1,
			periods: Array.from({ length: 10 }, (_, t) => String(2015 + t)),
			count: yearly(total.count, (q) => q.reduce((a, b) => a + b, 0)),
			sigma: yearly(total.sigma, (q) => Math.hypot(...q)),
			exposure: yearly(total.exposure, ([q]) => q!),
			exposureSigma: yearly(total.exposureSigma, () => 0)
		};
		const told = indicatorCard([panel], watch([panel], regions, 6).levels);
		// The year after the last one is not known, and the first five teach the model.
		expect(told).toMatchObject({ freq: 1, toldFrom: '2021', scoredFrom: '2020', scoredTo: '2023' });
		expect(told.rules[0]!.cases).toBe(400);
		expect(told.scores!.skill!).toBeGreaterThan(0);
	});

	it('counts the false signals of a level that is held against itself too, anew fitted each time', () => {
		const five = { ...total, level: 'provincie' };
		const few = <T>(rows: readonly T[]) => rows.slice(95);
		const panel: Panel = {
			...five,
			...{ regions: few(five.regions), count: few(five.count), sigma: few(five.sigma) },
			...{ exposure: few(five.exposure), exposureSigma: few(five.exposureSigma) }
		};
		const found = falseStructuralSignals(panel, 17, FROM, 4)!;
		// Five series: more than one false signal in five periods would be 40 in 1,000.
		expect(found.perPeriod).toBeLessThanOrEqual(0.2);
		expect(falseStructuralSignals(panel, 17, FROM, 4)).toEqual(found);
		const nothing = panel.count.map((row) => row.map(() => NaN));
		expect(falseStructuralSignals({ ...panel, count: nothing }, 17, FROM, 4)).toBeNull();
	});

	it('says less of a level that is held against itself, and of one with too few periods', () => {
		const provinces = part(total, { level: 'provincie' });
		const five = { ...provinces, regions: provinces.regions.slice(0, 5), count: provinces.count.slice(0, 5) };
		const told = indicatorCard([five], judged(five));
		expect(told.levels[0]).toMatchObject({ against: 'itself', hyper: null, detectableAt: [], simulations: 10 });
		expect(told).toMatchObject({ freq: 4, scored: null, rules: [], calibration: [], scores: null, sizes: [] });
		expect(indicatorCard([total], [])).toMatchObject({ freq: null, toldFrom: null, scored: null, sizes: [] });
	});
});

describe('false signals by simulation', () => {
	const { ratios, hyper, judgedFrom } = models[0]!;
	const level = { ratios, freq: 4 as const, hyper: hyper!, judgedFrom, from: FROM };

	it('are hardly any when the model is right, and repeat themselves', () => {
		const found = falseSignals(level, 5);
		// The goal for released levels: at most 0.5 in 1,000 series-periods.
		expect(found.perPeriod).toBeLessThanOrEqual(0.05);
		expect(falseSignals(level, 5)).toEqual(found);
	});
});
