import { describe, expect, it } from 'vitest';
import { randomDomain, randomSource, solveDense } from '../reconcile/testing.ts';
import { cellVariances, workloadOf } from './workload.ts';

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}

describe('the variance of reconciled cells is that of dense least squares', () => {
	it.each([1, 2, 3, 4, 5, 6])('random irregular tree %i, with groups and without', (seed) => {
		for (const groups of [undefined, [2, 2] as const]) {
			const random = randomSource(seed);
			const { domain, unknowns } = randomDomain(random, groups);
			const precision = domain.tables.map(() => 0.1 + random());
			const gram = Array.from({ length: unknowns.size }, () => new Array<number>(unknowns.size).fill(0));
			for (const [q, rows] of unknowns.rows.entries())
				for (const row of rows)
					for (const [i, x] of row.entries())
						if (x !== 0) for (const [j, y] of row.entries()) gram[i]![j]! += precision[q]! * x * y;
			const covariance = solveDense(gram);
			const workload = workloadOf(domain);
			const found = cellVariances(workload, precision);
			for (const [q, rows] of unknowns.rows.entries()) {
				const dense = rows.map((row) => row.reduce((sum, x, i) => sum + x * dot(covariance[i]!, row), 0));
				const folded = [...workload.cuts[q]!].flatMap((k, i) =>
					new Array<number>(workload.tree.count[k]! * workload.closure.cells[q]!).fill(found[q]![i]!)
				);
				const sorted = folded.sort((a, b) => a - b);
				dense.sort((a, b) => a - b).forEach((v, i) => expect(sorted[i]! / v).toBeCloseTo(1, 8));
			}
		}
	});
});
