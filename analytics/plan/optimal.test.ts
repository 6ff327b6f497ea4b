import { describe, expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { designRow, randomSource, solveDense } from '../reconcile/testing.ts';
import { boundFrom, lowerBound } from './lower-bound.ts';
import { inner, largest, startingImportance, type Objective } from './objective.ts';
import { optimiseShares } from './optimise.ts';
import { domainOf, subsetsUpTo, treeOf } from './testing.ts';
import { cellVariances, perCell, workloadOf } from './workload.ts';

const KINDS = ['max-variance', 'sum-of-variances'] as const;

function valueOf(domain: Domain, { kind, weights }: Objective, shares: ArrayLike<number>): number {
	const workload = workloadOf(domain);
	const variance = cellVariances(workload, shares);
	return kind === 'max-variance'
		? largest(variance, weights)
		: inner(startingImportance(workload, { kind, weights }), variance);
}

function irregular(seed: number): { domain: Domain; weights: number[] } {
	const random = randomSource(seed);
	const some = (most: number) => 1 + Math.floor(random() * most);
	const tree = treeOf([[1 + some(2)], [some(3), some(2), some(3)], [1, some(2)]]);
	const domain = domainOf([some(2)], [[], [0]], random() < 0.5 ? tree : tree.withUnknown());
	const kept = domain.tables.filter((_, q) => random() < 0.6 || q === domain.tables.length - 1);
	return { domain: { ...domain, tables: kept }, weights: kept.map(() => 0.3 + 3 * random()) };
}

/** Coefficients of each cell of each table in the leaf cells. */
function cellsOf(domain: Domain): number[][][] {
	// The dense design has two attributes; one code more makes no difference.
	const one = { name: 'one', codes: ['0'], rule: { kind: 'size' } } as const;
	const two = { ...domain, attributes: [...domain.attributes, one].slice(0, 2) };
	return domain.tables.map(({ level, by }) => {
		const size = by.reduce((n, name) => n * domain.attributes.find((a) => a.name === name)!.codes.length, 1);
		return domain.region!.tree.cut(level!).flatMap((node) =>
			Array.from({ length: size }, (_, cell) => {
				const weights = new Float64Array(size);
				weights[cell] = 1;
				return designRow(two, node, by, weights);
			})
		);
	});
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

/** The objective that the best of all mechanisms reaches, from above: steepest descent over strategies with unit columns. */
function bruteForce(domain: Domain, { kind, weights }: Objective): number {
	const cells = cellsOf(domain).flatMap((rows, q) => rows.map((row) => ({ row, weight: weights[q]! })));
	const n = cells[0]!.row.length;
	let best = Infinity;
	const at = (columns: readonly (readonly number[])[], power: number) => {
		const covariance = solveDense(columns.map((a) => columns.map((b) => dot(a, b))));
		const images = cells.map(({ row }) => covariance.map((c) => dot(c, row)));
		const variances = cells.map(({ row, weight }, c) => weight * dot(row, images[c]!));
		const worst = Math.max(...variances);
		if (kind === 'sum-of-variances') {
			const sum = variances.reduce((a, b) => a + b, 0);
			best = Math.min(best, sum);
			return { height: Math.log(sum), parts: cells.map(({ weight }) => weight / sum), images };
		}
		best = Math.min(best, worst);
		const sum = variances.reduce((total, v) => total + (v / worst) ** power, 0);
		const parts = variances.map((v, c) => (((v / worst) ** (power - 1) / worst) * cells[c]!.weight) / sum);
		return { height: Math.log(worst) + Math.log(sum) / power, parts, images };
	};
	let columns = Array.from({ length: n }, (_, i) => unit(Array.from({ length: n }, (__, j) => (i === j ? 3 : 1))));
	for (const power of kind === 'max-variance' ? [8, 32, 128, 512] : [1]) {
		let length = 0.1;
		let now = at(columns, power);
		for (let step = 0; step < 400 && length > 1e-9; step++) {
			// d height / d column j = -2 sum_i column i (sum_c parts_c image_c image_c^T)_ij
			const uphill = columns.map((_, j) => {
				const mixed = columns.map((__, i) =>
					now.parts.reduce((s, p, c) => s + p * now.images[c]![i]! * now.images[c]![j]!, 0)
				);
				return columns[0]!.map((__, k) => -2 * mixed.reduce((s, m, i) => s + m * columns[i]![k]!, 0));
			});
			const moved = columns.map((column, j) => unit(column.map((x, k) => x - length * uphill[j]![k]!)));
			const next = at(moved, power);
			if (next.height < now.height) [columns, now, length] = [moved, next, length * 1.5];
			else length /= 2;
		}
	}
	return best;
}

function unit(x: readonly number[]): number[] {
	const length = Math.sqrt(dot(x, x));
	return x.map((value) => value / length);
}

/** Any weights give a bound, however far they are from the best ones. */
function boundOfRandomWeights(domain: Domain, objective: Objective, seed: number): number {
	const workload = workloadOf(domain);
	const random = randomSource(seed);
	const leaf = Float64Array.from(workload.tree.parent, () => 10 ** (4 * random() - 2));
	const start = startingImportance(workload, objective);
	if (objective.kind === 'sum-of-variances') return boundFrom(workload, { importance: start, leaf }, 1e-11).bound;
	const drawn = perCell(workload, () => 10 ** (4 * random() - 2));
	const total = drawn.reduce((sum, cells, q) => cells.reduce((s, x) => s + x / objective.weights[q]!, sum), 0);
	const importance = drawn.map((cells) => cells.map((x) => x / total));
	return boundFrom(workload, { importance, leaf }, 1e-11).bound;
}

describe('on random small irregular trees', () => {
	const seeds = [1, 2, 3, 4, 5, 6, 7, 8];
	it.each(seeds.flatMap((seed) => KINDS.map((kind) => [seed, kind] as const)))(
		'tree %i, %s: the bound is below every mechanism and close to the best one',
		(seed, kind) => {
			const { domain, weights } = irregular(seed);
			const objective = { kind, weights };
			const bound = lowerBound(workloadOf(domain), objective);
			const best = bruteForce(domain, objective);
			expect(bound / best).toBeLessThan(1 + 1e-9);
			expect(bound / best).toBeGreaterThan(0.99);
			for (let i = 0; i < 50; i++) expect(boundOfRandomWeights(domain, objective, seed + i)).toBeLessThan(best);
		}
	);

	it.each(seeds.flatMap((seed) => KINDS.map((kind) => [seed, kind] as const)))(
		'tree %i, %s: no other shares are better than the gap says',
		(seed, kind) => {
			const { domain, weights } = irregular(seed);
			const objective = { kind, weights };
			const { shares, gap } = optimiseShares(workloadOf(domain), objective);
			expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
			expect(gap).toBeLessThan(1e-6);
			const value = valueOf(domain, objective, shares);
			expect(value).toBeGreaterThan(lowerBound(workloadOf(domain), objective) * (1 - 1e-9));
			const random = randomSource(seed);
			for (let i = 0; i < 200; i++) {
				const size = 10 ** (-6 * random());
				const other = shares.map((share) => share * Math.exp(size * (random() - 0.5)));
				const total = other.reduce((sum, share) => sum + share, 0);
				const tried = valueOf(
					domain,
					objective,
					other.map((share) => share / total)
				);
				expect(tried * (1 + gap)).toBeGreaterThan(value * (1 - 1e-12));
			}
		}
	);
});

it('14 attributes of 2 to 20 codes, all 470 tables of up to 3: shares proven best', () => {
	const sizes = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20];
	const domain = domainOf(sizes, subsetsUpTo(14, 3));
	const workload = workloadOf(domain);
	const objective = { kind: 'max-variance', weights: domain.tables.map(() => 1) } as const;
	const { shares, gap } = optimiseShares(workload, objective);
	expect(domain.tables.length).toBe(470);
	expect(gap).toBeLessThan(1e-6);
	const value = valueOf(domain, objective, shares);
	expect(value).toBeGreaterThan(lowerBound(workload, objective));
	expect(value).toBeLessThan(0.75 * domain.tables.length);
});
