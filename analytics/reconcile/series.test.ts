import { describe, expect, it } from 'vitest';
import { periodStrategy } from 'diffprivlib-js';
import { cellCount, type Domain, type Table } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import { planRelease } from '../plan/plan.ts';
import { figures } from './figures.ts';
import { reconcile } from './reconcile.ts';
import { normal, randomSource } from './testing.ts';

const tree = new RegionTree(
	['r', 'A', 'B', 'C'].map((code) => ({
		code,
		parent: code === 'r' ? null : 'r',
		name: code,
		level: code === 'r' ? 'land' : 'gemeente'
	}))
);
const periods = 6;
const attributes = [
	{ name: 'benefit', codes: ['yes', 'no'], rule: { kind: 'size' as const } },
	{ name: 'month', codes: Array.from({ length: periods }, (_, t) => `m${t}`), rule: { kind: 'size' as const } }
];
const table = (level: string, by: string[]): Table => ({
	id: [level, ...by].join('.'),
	level,
	by,
	target: null,
	weight: 1
});
const domain: Domain = {
	region: { name: 'region', tree, column: null },
	attributes,
	tables: [table('land', ['month']), table('gemeente', ['month']), table('gemeente', ['benefit', 'month'])],
	series: { attribute: 'month', spells: 1 }
};
const plan = planRelease({
	id: 'stock',
	unit: { kind: 'person', contribution: 1 },
	domain,
	objective: 'max-variance',
	budget: { rho: '1/2', delta: '1e-10' }
});
const { encode } = periodStrategy(plan.series!);

/** The true count of each cell, as the tables hold them. */
const truth = domain.tables.map(({ level, by }) => {
	const leaf = (node: number, benefit: number, t: number) => 40 * node + 7 * benefit + t * (node + 1);
	const nodes = level === 'land' ? [[1, 2, 3]] : [[1], [2], [3]];
	const benefits = by.includes('benefit') ? [[0], [1]] : [[0, 1]];
	return Float64Array.from(
		nodes.flatMap((n) =>
			benefits.flatMap((b) =>
				attributes[1]!.codes.map((_, t) => n.flatMap((v) => b.map((k) => leaf(v, k, t))).reduce((s, x) => s + x, 0))
			)
		)
	);
});

function release(random: (() => number) | null) {
	return domain.tables.map(({ id }, q) => {
		const { sigma2 } = plan.tables[q]!;
		const [n, d] = sigma2.split('/').map(Number);
		const counts = encode(truth[q]!);
		return {
			id,
			sigma2,
			counts: random === null ? counts : counts.map((x) => x + Math.sqrt(n! / d!) * normal(random))
		};
	});
}

describe('a stock over consecutive periods', () => {
	it('is planned by fitted differences, which are more accurate here', () => {
		expect(plan.series?.strategy).toBe('fitted');
		expect(plan.series!.variances['half-order']).toBeLessThan(plan.series!.variances.independent);
		expect(plan.series!.variances.fitted).toBeLessThan(plan.series!.variances['half-order']);
		expect(plan.ratio).toBeLessThan(1.02);
		expect(plan.tables.map((t) => t.cells)).toEqual(domain.tables.map((t) => cellCount(domain, t)));
		expect(plan.ratio).toBeGreaterThanOrEqual(1);
	});

	it('without noise comes back as it was', () => {
		const estimates = reconcile(domain, release(null), { series: plan.series });
		domain.tables.forEach(({ id }, q) =>
			estimates.table(id).estimate.forEach((x, i) => expect(x).toBeCloseTo(truth[q]![i]!, 8))
		);
	});

	it('has the planned variance, and the variances of changes between periods', () => {
		const estimates = reconcile(domain, release(randomSource(1)), { series: plan.series });
		domain.tables.forEach(({ id }, q) => {
			const { variance } = estimates.table(id);
			expect(Math.max(...variance)).toBeCloseTo(plan.tables[q]!.variance.max, 6);
			expect(variance.reduce((s, v) => s + v, 0) / variance.length).toBeCloseTo(plan.tables[q]!.variance.mean, 6);
		});
		// The benefit's count in region B, in one month and from one month to the next. 600 releases; a mean of squares of 600 standard normals lies within 0.7 and 1.35 but for a chance of 1e-6.
		const change = Float64Array.from({ length: 2 * periods }, (_, i) => (i === 5 ? 1 : i === 4 ? -1 : 0));
		const single = Float64Array.from({ length: 2 * periods }, (_, i) => (i === 3 ? 1 : 0));
		const random = randomSource(2);
		const squares = { change: 0, single: 0 };
		for (let run = 0; run < 600; run++) {
			const e = reconcile(domain, release(random), { series: plan.series });
			for (const [name, weights, expected] of [
				['change', change, 3],
				['single', single, 2 * 40 + 3 * 3]
			] as const) {
				const c = e.combination(['benefit', 'month'], weights)!;
				const z = (e.values(c)[2]! - expected) / Math.sqrt(e.covariances(c, c)[2]!);
				squares[name] += z * z;
			}
		}
		for (const sum of Object.values(squares)) {
			expect(sum / 600).toBeGreaterThan(0.7);
			expect(sum / 600).toBeLessThan(1.35);
		}
	});

	it('tests its own integrity with all periods', () => {
		const good = reconcile(domain, release(randomSource(3)), { series: plan.series }).integrity();
		// Per period: land and gemeente totals measured twice over: 1 + 3 + 6 numbers for 6 unknown ones.
		expect(good.dof).toBe(periods * 4);
		expect(good.p).toBeGreaterThan(1e-6);
		const wrong = release(randomSource(3));
		wrong[0]!.counts[2]! +=
			50 * Math.sqrt(Number(wrong[0]!.sigma2.split('/')[0]) / Number(wrong[0]!.sigma2.split('/')[1]));
		expect(reconcile(domain, wrong, { series: plan.series }).integrity().p).toBeLessThan(1e-6);
	});

	it('does not add up over its periods', () => {
		const estimates = reconcile(domain, release(null), { series: plan.series });
		expect(estimates.combination(['benefit'], Float64Array.of(1, 0))).toBeNull();
		expect(() => estimates.at(periods)).toThrow(RangeError);
	});

	it('has figures about one period', () => {
		const estimates = reconcile(domain, release(null), { series: plan.series });
		const indicator = { id: 'benefit', attribute: 'benefit', is: ['yes'] };
		const found = figures(domain, estimates.at(3), [indicator]);
		expect(found.map(({ region, numerator }) => [region, Math.round(numerator)])).toEqual([
			['r', 40 * 6 + 3 * 9],
			['A', 40 + 3 * 2],
			['B', 80 + 3 * 3],
			['C', 120 + 3 * 4]
		]);
		const named = estimates.combination(
			['benefit', 'month'],
			Float64Array.from({ length: 12 }, (_, i) => (i === 3 ? 1 : 0))
		)!;
		const chosen = estimates.at(3).combination(['benefit'], Float64Array.of(1, 0))!;
		expect([...estimates.covariances(chosen, chosen)]).toEqual([...estimates.covariances(named, named)]);
	});

	it('is counted back by the matrix of its plan', () => {
		const series = plan.series!;
		const doubled = {
			...series,
			matrix: series.matrix!.map((row) => row.map((x) => 2 * x)),
			cost: 4 * series.cost
		};
		const half = reconcile(domain, release(null), { series: doubled }).table('land.month').estimate;
		half.forEach((x, i) => expect(x).toBeCloseTo(truth[0]![i]! / 2, 8));
	});

	it('is counted back by no series that is missing or of other periods', () => {
		for (const options of [{}, { series: { ...plan.series!, periods: periods - 1 } }])
			expect(() => reconcile(domain, release(null), options)).toThrow(/give the plan of this release/);
	});

	it('is counted back by no matrix but the one whose price the plan states', () => {
		const series = plan.series!;
		const matrix = series.matrix!;
		for (const wrong of [
			{ matrix: undefined },
			{ matrix: matrix.toReversed() },
			{ matrix: matrix.map((row) => row.map(Math.abs)) },
			{ matrix: matrix.map((row) => row.map((x) => x * 2 ** 30)) },
			{ matrix: matrix.map((row) => row.map((x) => 2 * x)) },
			{ matrix: matrix.map((row, t) => row.with(t, row[t]! + 1)) },
			{ strategy: 'independent' as const, matrix: undefined },
			{ cost: series.cost + 1 }
		]) {
			const attempt = () =>
				reconcile(domain, release(null), { series: { ...series, ...wrong } as NonNullable<Plan['series']> });
			expect(attempt).toThrow(InputError);
			expect(attempt).toThrow(/does not hold together; take the bundle from its source again/);
		}
	});

	it('takes no pins', () => {
		const pins = [{ region: null, cells: {}, value: 1 }];
		expect(() => reconcile(domain, release(null), { series: plan.series, pins })).toThrow(/takes no pins/);
	});
});
