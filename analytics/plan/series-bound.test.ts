import { seriesStrategy } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import { seriesBound } from './series-bound.ts';
import { symmetricRoot } from './symmetric-root.ts';

describe('the bound over all ways to measure the periods of a cell', () => {
	it('is 1 for one period and 4/3 for two', () => {
		expect(seriesBound(1, 1)['max-variance']).toBeCloseTo(1, 9);
		// Two periods, paths 10, 01 and 11: by symmetry X = [[a, -b], [-b, a]] with a = 1 and b = 1/2, so (X^-1)_tt = 4/3.
		expect(seriesBound(2, 1)['max-variance']).toBeCloseTo(4 / 3, 4);
		expect(seriesBound(2, 1)['sum-of-variances']).toBeCloseTo(8 / 3, 4);
	});

	it.each([
		[4, 1],
		[4, 2],
		[12, 1],
		[12, 3],
		[30, 1]
	])('lies below both strategies: %i periods, %i spells', (periods, spells) => {
		const { independent, halfOrder } = seriesStrategy({ periods, spells });
		const bound = seriesBound(periods, spells);
		for (const strategy of [independent, halfOrder]) {
			const variances = Array.from({ length: periods }, (_, t) => strategy.cost * strategy.variance(t));
			expect(bound['max-variance']).toBeLessThan(Math.max(...variances));
			expect(bound['sum-of-variances']).toBeLessThan(variances.reduce((s, v) => s + v, 0));
		}
		expect(bound['max-variance']).toBeGreaterThan(1);
	});

	it('grows with the spells that a unit may have', () => {
		expect(seriesBound(12, 2)['max-variance']).toBeGreaterThan(seriesBound(12, 1)['max-variance'] * 1.05);
	});
});

it('finds the root of a symmetric matrix, also of one without full rank', () => {
	const b = [
		[2, 1, 0],
		[1, 3, 1],
		[0, 1, 1]
	];
	const squared = b.map((row) => b.map((other) => row.reduce((s, x, k) => s + x * other[k]!, 0)));
	const { root, inverse, trace } = symmetricRoot(squared);
	b.forEach((row, i) => row.forEach((x, j) => expect(root[i]![j]).toBeCloseTo(x, 10)));
	expect(trace).toBeCloseTo(6, 10);
	root.forEach((row, i) =>
		b.forEach((_, j) => expect(row.reduce((s, x, k) => s + x * inverse[k]![j]!, 0)).toBeCloseTo(i === j ? 1 : 0, 9))
	);
	const flat = symmetricRoot([
		[1, 1],
		[1, 1]
	]);
	expect(flat.trace).toBeCloseTo(Math.SQRT2, 10);
	expect(flat.inverse[0]![1]).toBeCloseTo(1 / (2 * Math.SQRT2), 10);
});
