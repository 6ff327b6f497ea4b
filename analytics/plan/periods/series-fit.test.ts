import { halfOrderMatrix, periodStrategy, spellLengths } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import type { Domain } from '../../contract/domain.ts';
import { planSchema } from '../../contract/plan.ts';
import { judgedVariance } from './judged-variance.ts';
import { playPeriods } from './period-game.ts';
import { planTime } from './series.ts';
import { seriesBound } from './series-bound.ts';
import { fitPeriods } from './series-fit.ts';
import { spellGame } from './spell-game.ts';
import { spellLives } from './spell-lives.ts';
import { wholeFactor } from './whole-factor.ts';

const PERIODS = Array.from({ length: 11 }, (_, i) => i + 2);
const domainOf = (periods: number, spells: number): Domain => ({
	region: null,
	attributes: [{ name: 'month', codes: Array.from({ length: periods }, (_, t) => `m${t}`), rule: { kind: 'size' } }],
	tables: [{ id: 'all.month', level: null, by: ['month'], target: null, weight: 1 }],
	series: { attribute: 'month', spells }
});

describe('a fit to consecutive periods', () => {
	it.each([1, 2, 3])('is never worse than half-order differences, up to 12 periods (%i spells)', (spells) => {
		for (const periods of PERIODS) {
			const halfOrder = periodStrategy({
				strategy: 'half-order',
				periods,
				spells,
				matrix: halfOrderMatrix(periods)
			});
			expect(fitPeriods(periods, spells)!.worstVariance).toBeLessThan(halfOrder.worstVariance);
		}
	});

	it.each([2, 7, 12, 24])('comes within 0.6 per cent of the best there is, for one spell in %i periods', (periods) => {
		const { worstVariance } = fitPeriods(periods, 1)!;
		const bound = seriesBound(periods, 1)['max-variance'];
		expect(worstVariance / bound).toBeGreaterThan(1);
		expect(worstVariance / bound).toBeLessThan(1.006);
	});

	it.each([
		[12, 2],
		[12, 3],
		[24, 2],
		[24, 3]
	])('comes within 3 per cent of the best for %i periods and %i spells in cells of their own', (periods, spells) => {
		const { bound } = playPeriods(spellLives(periods, spells), periods, 'max-variance');
		expect(fitPeriods(periods, spells)!.worstVariance / bound).toBeLessThan(1.03);
	});

	it('measures 12 periods with a third less variance than half-order differences', () => {
		const { worstVariance } = fitPeriods(12, 1)!;
		// 4.775: half-order differences (privacy.md 3.8).
		expect(worstVariance).toBeLessThan(0.68 * 4.775);
	});

	it('is the same each time', () => {
		expect(fitPeriods(9, 2)!.matrix).toEqual(fitPeriods(9, 2)!.matrix);
	});

	it.each([41, 60])(
		'is far better than half-order differences, and near the best, for one spell in %i periods',
		(periods) => {
			const game = spellGame(periods, 1);
			const { worstVariance } = fitPeriods(periods, 1, 'max-variance', game)!;
			const halfOrder = periodStrategy({
				strategy: 'half-order',
				periods,
				spells: 1,
				matrix: halfOrderMatrix(periods)
			});
			expect(worstVariance).toBeLessThan(0.75 * halfOrder.worstVariance);
			const best = seriesBound(periods, 1, game)['max-variance'];
			expect(worstVariance / best).toBeGreaterThan(1);
			expect(worstVariance / best).toBeLessThan(1.01);
		}
	);

	it.each([12, 24])('is fitted to what the objective judges: one spell in %i periods', (periods) => {
		const largest = fitPeriods(periods, 1)!;
		const sum = fitPeriods(periods, 1, 'sum-of-variances')!;
		expect(judgedVariance(largest, 'max-variance')).toBe(largest.worstVariance);
		expect(sum.worstVariance).toBeGreaterThan(largest.worstVariance);
		expect(judgedVariance(sum, 'sum-of-variances')).toBeLessThan(judgedVariance(largest, 'sum-of-variances'));
		const mean = seriesBound(periods, 1)['sum-of-variances'] / periods;
		expect(judgedVariance(sum, 'sum-of-variances') / mean).toBeGreaterThan(1);
		expect(judgedVariance(sum, 'sum-of-variances') / mean).toBeLessThan(1.006);
	});

	it('leaves longer horizons alone', () => {
		expect(fitPeriods(61, 1)).toBeNull();
	});
});

describe('all lives of some spells', () => {
	/** By going through all lives of a few periods: sets of at most `spells` disjoint spells, not empty. */
	function* lives(periods: number, spells: number, from = 0): Generator<[number, number][]> {
		yield [];
		if (spells === 0) return;
		for (let start = from; start < periods; start++)
			for (let end = start + 1; end <= periods; end++)
				for (const rest of lives(periods, spells - 1, end)) yield [[start, end], ...rest];
	}

	it.each([
		[1, 1],
		[4, 1],
		[5, 2],
		[5, 3],
		[5, 5]
	])('are mixed as if they were listed: %i periods, %i spells', (periods, spells) => {
		const gram = Array.from({ length: periods }, (_, s) =>
			Array.from({ length: periods }, (__, t) => (s === t ? 2 + 0.1 * s : -0.3 / (1 + Math.abs(s - t))))
		);
		const lengths = spellLengths(gram);
		const mixed = spellLives(periods, spells);
		const all = [...lives(periods, spells)].filter((life) => life.length > 0);
		let weights = all.map(() => 1);
		for (let step = 0; step < 3; step++) {
			const total = weights.reduce((sum, w) => sum + w, 0);
			const moments = mixed.moments();
			for (let s = 0; s < periods; s++)
				for (let t = 0; t < periods; t++) {
					const inOne = all.map((life) => life.some(([from, to]) => from <= Math.min(s, t) && Math.max(s, t) < to));
					const share = weights.reduce((sum, w, k) => sum + (inOne[k] ? w : 0), 0) / total;
					expect(moments[s]![t]).toBeCloseTo(share, 9);
				}
			const costs = all.map((life) => life.reduce((sum, [from, to]) => sum + lengths[to]![from]!, 0));
			expect(mixed.answer(gram, 9)).toBeCloseTo(Math.max(...costs), 9);
			weights = weights.map((w, k) => w * Math.exp((4 * costs[k]!) / 9));
		}
	});
});

describe('a factor in whole numbers', () => {
	const matrix = [
		[1, -0.4, 0.02, 0],
		[-0.4, 1.3, -0.4, -0.1],
		[0.02, -0.4, 1.3, -0.5],
		[0, -0.1, -0.5, 1.2]
	];
	const products = (rows: readonly (readonly number[])[]) =>
		rows.map((_, s) => rows.map((__, t) => rows.reduce((sum, row) => sum + (row[s] ?? 0) * (row[t] ?? 0), 0)));

	it.each([3, 16, 100, 2 ** 20])('has no product of columns above 0, at scale %i', (scale) => {
		const rows = wholeFactor(matrix, scale)!;
		expect(rows.flat().every(Number.isSafeInteger)).toBe(true);
		products(rows).forEach((row, s) => row.forEach((x, t) => s !== t && expect(x).toBeLessThanOrEqual(0)));
	});

	it('comes near the matrix, but for what is above 0', () => {
		const scale = 2 ** 20;
		products(wholeFactor(matrix, scale)!).forEach((row, s) =>
			row.forEach((x, t) =>
				expect(x / scale ** 2).toBeCloseTo(s === t ? matrix[s]![t]! : Math.min(matrix[s]![t]!, 0), 5)
			)
		);
	});

	it('is refused where rounding leaves nothing', () => {
		expect(wholeFactor(matrix, 0.2)).toBeNull();
		expect(
			wholeFactor(
				[
					[1, -2],
					[-2, 1]
				],
				64
			)
		).toBeNull();
	});
});

describe('the plan of a series', () => {
	it.each([
		[1, 1, 'independent'],
		[3, 3, 'independent'],
		[12, 1, 'fitted'],
		[12, 3, 'fitted'],
		[61, 1, 'half-order'],
		[61, 40, 'independent']
	] as const)('takes for %i periods and %i spells: %s', (periods, spells, strategy) => {
		const plan = planTime(domainOf(periods, spells)).plan!;
		expect(plan.strategy).toBe(strategy);
		const { independent, fitted } = plan.variances;
		expect(plan.variances[strategy]).toBe(Math.min(independent, plan.variances['half-order'], fitted ?? Infinity));
		expect(fitted === undefined).toBe(periods > 60);
		// What is written suffices to measure and to count back, without a plan.
		const again = periodStrategy(JSON.parse(JSON.stringify(plan)) as typeof plan);
		expect([again.cost, again.worstVariance]).toEqual([plan.cost, plan.variances[strategy]]);
		if (plan.matrix !== undefined) expect(again.matrix).toEqual(plan.matrix);
	});

	it('takes the least mean where the objective is a sum', () => {
		// Half-order differences are less accurate in late periods than in early ones: here worse at worst, and better on the whole.
		const domain = domainOf(61, 12);
		const [largest, sum] = [planTime(domain), planTime(domain, 'sum-of-variances')];
		expect([largest.plan!.strategy, sum.plan!.strategy]).toEqual(['independent', 'half-order']);
		expect(sum.cost * sum.variance.mean).toBeLessThan(largest.cost * largest.variance.mean);
		expect(sum.cost * sum.variance.max).toBeGreaterThan(largest.cost * largest.variance.max);
		expect(sum.plan!.variances['half-order']).toBe(sum.cost * sum.variance.mean);
		expect(sum.plan!.variances.independent).toBe(61);
	});

	it('states the bound of its objective, from the game of its fit', () => {
		for (const objective of ['max-variance', 'sum-of-variances'] as const) {
			const { bound, separate } = planTime(domainOf(20, 1), objective);
			expect(bound[objective]).toBe(seriesBound(20, 1)[objective]);
			expect(separate).toBeNull();
			const several = planTime(domainOf(8, 2), objective);
			expect(several.bound[objective]).toBe(seriesBound(8, 2)[objective]);
			expect(several.separate![objective]).toBe(playPeriods(spellLives(8, 2), 8, objective).bound);
		}
	});

	it('is refused with a matrix that does not belong to it', () => {
		const { series } = planSchema.shape;
		const plan = planTime(domainOf(4, 1)).plan!;
		expect(series.safeParse(plan).success).toBe(true);
		const { matrix, ...rest } = plan;
		for (const wrong of [
			rest,
			{ ...plan, strategy: 'independent' },
			{ ...plan, periods: 3 },
			{ ...plan, matrix: matrix!.toReversed() },
			{ ...plan, matrix: matrix!.map((row, t) => (t === 2 ? row.with(2, 0) : row)) },
			{ ...plan, matrix: matrix!.map((row) => row.map((x) => x / 2 ** 9)) }
		])
			expect(series.safeParse(wrong).success).toBe(false);
	});
});
