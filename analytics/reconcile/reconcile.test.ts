import { describe, expect, it } from 'vitest';
import type { Domain, NoisyTable, Table } from '../contract/domain.ts';
import { RegionTree } from '../contract/region-tree.ts';
import { randomDomain, randomSource, solveDense, designRow, type Unknowns } from './testing.ts';
import { reconcile } from './reconcile.ts';

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'provincie' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'provincie' },
	{ code: 'a1', parent: 'A', name: 'a1', level: 'gemeente' },
	{ code: 'a2', parent: 'A', name: 'a2', level: 'gemeente' },
	{ code: 'b1', parent: 'B', name: 'b1', level: 'gemeente' },
	{ code: 'b2', parent: 'B', name: 'b2', level: 'gemeente' },
	{ code: 'b3', parent: 'B', name: 'b3', level: 'gemeente' }
]);
const levels = ['land', 'provincie', 'gemeente'];

function table(id: string, level: string | null, by: string[] = []): Table {
	return { id, level, by, target: null, weight: 1 };
}

const domain: Domain = {
	region: { name: 'region', tree, column: null },
	attributes: [{ name: 'L', codes: ['x', 'y', 'z'], rule: { kind: 'size' } }],
	tables: levels.map((level) => table(level, level))
};

function noisy(sigma2: string[]): NoisyTable[] {
	const counts = [[100], [37, 66], [20, 14, 30, 21, 9]];
	return levels.map((id, i) => ({ id, sigma2: sigma2[i]!, counts: Float64Array.from(counts[i]!) }));
}

function expectFractions(actual: ArrayLike<number>, numerators: number[], denominator: number): void {
	expect(actual.length).toBe(numerators.length);
	numerators.forEach((n, i) => expect(actual[i]).toBeCloseTo(n / denominator, 11));
}

describe('reconcile: exact fractions on a small irregular tree', () => {
	it.each([
		{
			sigma2: ['3/1', '3/1', '3/1'],
			denominator: 29,
			x: [[2906], [1040, 1866], [607, 433, 912, 651, 303]],
			v: [[51], [42, 45], [54, 54, 63, 63, 63]]
		},
		{
			sigma2: ['2/1', '4/1', '4/1'],
			denominator: 23,
			x: [[2303], [824, 1479], [481, 343, 723, 516, 240]],
			v: [[34], [40, 42], [56, 56, 66, 66, 66]]
		}
	])('with noise variances $sigma2', ({ sigma2, denominator, x, v }) => {
		const estimates = reconcile(domain, noisy(sigma2));
		levels.forEach((level, i) => {
			expectFractions(estimates.table(level).estimate, x[i]!, denominator);
			expectFractions(estimates.table(level).variance, v[i]!, denominator);
		});
	});

	it('with the total of the country pinned', () => {
		const pins = [{ region: 'NL', cells: {}, value: 102 }];
		const estimates = reconcile(domain, noisy(['3/1', '3/1', '3/1']), { pins });
		expect(estimates.table('land').estimate[0]).toBe(102);
		expect(estimates.table('land').variance[0]).toBe(0);
		expectFractions(estimates.table('provincie').estimate, [624, 1110], 17);
		expectFractions(estimates.table('gemeente').estimate, [363, 261, 540, 387, 183], 17);
		expectFractions(estimates.table('provincie').variance, [18, 18], 17);
		expectFractions(estimates.table('gemeente').variance, [30, 30, 36, 36, 36], 17);
	});

	it('with a flat attribute measured beside the totals', () => {
		const both: Domain = {
			...domain,
			tables: levels.flatMap((level) => [table(level, level), table(`${level}-L`, level, ['L'])])
		};
		const sigma2 = ['20/1', '20/1', '10/1', '20/3', '4/1', '5/2'];
		const zero = both.tables.map(({ id, level, by }, i) => {
			const counts = new Float64Array(tree.cut(level!).length * (by.length > 0 ? 3 : 1));
			return { id, sigma2: sigma2[i]!, counts };
		});
		const estimates = reconcile(both, zero);
		const variance = (id: string) => estimates.table(id).variance;
		expectFractions(variance('land'), [6690], 1471);
		expectFractions(variance('provincie'), [3720, 4410], 1471);
		expectFractions(variance('gemeente'), [65520, 65520, 70110, 70110, 70110], 33833);
		expect(variance('land-L')[0]).toBeCloseTo(862010 / 230947, 11);
		expect(variance('provincie-L')[0]).toBeCloseTo(457160 / 230947, 11);
		expect(variance('provincie-L')[3]).toBeCloseTo(547650 / 230947, 11);
		expect(variance('gemeente-L')[0]).toBeCloseTo(15649955 / 10623562, 11);
		expect(variance('gemeente-L')[6]).toBeCloseTo(8327960 / 5311781, 11);
		const one = estimates.combination(['L'], Float64Array.of(1, 0, 0))!;
		const other = estimates.combination(['L'], Float64Array.of(0, 1, 0))!;
		expect(estimates.covariances(one, other)[tree.find('a1')!]).toBeCloseTo(-0.41380635798, 11);
	});
});

describe('reconcile against dense generalised least squares', () => {
	it.each([
		...[1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [seed, undefined] as const),
		[9, [2, 2]] as const,
		[10, [3, 2]] as const,
		[11, [2, 3]] as const
	])('random irregular tree and tables %i, groups %s', (seed, groups) => {
		const random = randomSource(seed);
		const { domain: d, unknowns } = randomDomain(random, groups);
		const tables = d.tables.map(({ id }, q) => ({
			id,
			sigma2: `${1 + Math.floor(random() * 9)}/${1 + Math.floor(random() * 4)}`,
			counts: Float64Array.from({ length: unknowns.rows[q]!.length }, () => Math.floor(random() * 200) - 20)
		}));
		const dense = denseEstimate(unknowns, tables);
		const estimates = reconcile(d, tables);
		for (const [q, { id }] of d.tables.entries()) {
			const { estimate, variance } = estimates.table(id);
			unknowns.rows[q]!.forEach((row, i) => {
				expect(Math.abs(estimate[i]! - dot(row, dense.x))).toBeLessThan(1e-9 * 200);
				expect(Math.abs(variance[i]! - quadratic(row, dense.covariance, row))).toBeLessThan(1e-9 * variance[i]!);
			});
		}
		for (let pair = 0; pair < 20; pair++) {
			const [one, u, other, v] = [pick(d, random), pick(d, random)].flatMap((t) => {
				const cells = t.by.reduce((n, name) => n * d.attributes.find((a) => a.name === name)!.codes.length, 1);
				const weights = Float64Array.from({ length: cells }, () => random() - 0.5);
				const nodes = t.level === null ? [0] : d.region!.tree.cut(t.level);
				return [{ by: t.by, weights }, nodes[Math.floor(random() * nodes.length)]!] as const;
			}) as [{ by: string[]; weights: Float64Array }, number, { by: string[]; weights: Float64Array }, number];
			const a = estimates.combination(one.by, one.weights)!;
			const b = estimates.combination(other.by, other.weights)!;
			const rowA = designRow(d, u, one.by, one.weights);
			const rowB = designRow(d, v, other.by, other.weights);
			expect(Math.abs(estimates.values(a)[u]! - dot(rowA, dense.x))).toBeLessThan(1e-7);
			expect(Math.abs(estimates.covarianceBetween(a, u, b, v) - quadratic(rowA, dense.covariance, rowB))).toBeLessThan(
				1e-8
			);
		}
		const integrity = estimates.integrity();
		const residual = d.tables.reduce(
			(sum, { id }, q) =>
				sum +
				tables[q]!.counts.reduce((s, y, i) => s + (y - estimates.table(id).estimate[i]!) ** 2, 0) /
					ratio(tables[q]!.sigma2),
			0
		);
		expect(integrity.statistic).toBeCloseTo(residual, 6);
		expect(integrity.dof).toBe(unknowns.rows.flat().length - unknowns.size);
	});
});

describe('sums beside counts', () => {
	const amounts = [{ name: 'debt', column: 'debt', from: 0, to: 100 }];
	const sumTable = (level: string) => ({ ...table(`${level}-debt`, level), sum: 'debt' });

	it('are estimated by themselves: what is known of the counts says nothing about them', () => {
		const both: Domain = { ...domain, amounts, tables: [...domain.tables, ...levels.map(sumTable)] };
		const counts = noisy(['3/1', '3/1', '3/1']);
		const sums = noisy(['2/1', '4/1', '4/1']).map((t) => ({ ...t, id: `${t.id}-debt` }));
		const estimates = reconcile(both, [...counts, ...sums]);
		expectFractions(estimates.table('provincie').estimate, [1040, 1866], 29);
		expectFractions(estimates.table('provincie-debt').estimate, [824, 1479], 23);
		expectFractions(estimates.table('provincie-debt').variance, [40, 42], 23);
		const n = estimates.combination([], Float64Array.of(1))!;
		const s = estimates.combination([], Float64Array.of(1), 'debt')!;
		expectFractions(estimates.values(n).slice(1, 3), [1040, 1866], 29);
		expectFractions(estimates.values(s).slice(1, 3), [824, 1479], 23);
		expect([...estimates.covariances(n, s)]).toEqual(new Array(8).fill(0));
		expect(estimates.integrity().dof).toBe(6);
	});

	it('are not there without a table that adds them up', () => {
		const estimates = reconcile({ ...domain, amounts }, noisy(['1/1', '1/1', '1/1']));
		expect(estimates.combination([], Float64Array.of(1), 'debt')).toBeNull();
	});
});

function pick(d: Domain, random: () => number): Table {
	return d.tables[Math.floor(random() * d.tables.length)]!;
}

function denseEstimate(unknowns: Unknowns, tables: NoisyTable[]): { x: number[]; covariance: number[][] } {
	const normal = Array.from({ length: unknowns.size }, () => new Array<number>(unknowns.size).fill(0));
	const right = new Array<number>(unknowns.size).fill(0);
	unknowns.rows.forEach((rows, q) =>
		rows.forEach((row, i) => {
			const w = 1 / ratio(tables[q]!.sigma2);
			row.forEach((r, j) => {
				if (r === 0) return;
				right[j]! += w * r * tables[q]!.counts[i]!;
				row.forEach((s, k) => (normal[j]![k]! += w * r * s));
			});
		})
	);
	const covariance = solveDense(normal);
	return { x: covariance.map((row) => dot(row, right)), covariance };
}

function ratio(text: string): number {
	const [n, d] = text.split('/').map(Number);
	return n! / d!;
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

function quadratic(a: readonly number[], m: readonly number[][], b: readonly number[]): number {
	return dot(
		a,
		m.map((row) => dot(row, b))
	);
}
