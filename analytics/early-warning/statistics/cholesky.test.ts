import { expect, it } from 'vitest';
import { cholesky, choleskyInverse, choleskySolve } from './cholesky.ts';

const a = [
	[4, 2, -2],
	[2, 10, 5],
	[-2, 5, 14]
];

it('takes a matrix apart, solves with it and turns it round', () => {
	const l = cholesky(a);
	a.forEach((row, i) =>
		row.forEach((value, j) => expect(l[i]!.reduce((sum, v, k) => sum + v * l[j]![k]!, 0)).toBeCloseTo(value, 12))
	);
	const x = choleskySolve(l, [2, 37, 50]);
	a.forEach((row, i) => expect(row.reduce((sum, v, k) => sum + v * x[k]!, 0)).toBeCloseTo([2, 37, 50][i]!, 11));
	const inverse = choleskyInverse(l);
	a.forEach((row, i) =>
		a.forEach((_, j) =>
			expect(row.reduce((sum, v, k) => sum + v * inverse[k]![j]!, 0)).toBeCloseTo(i === j ? 1 : 0, 12)
		)
	);
});

it('refuses what is not positive definite, rows that depend on each other included', () => {
	for (const wrong of [[[-1]], [[0]], [[NaN]]]) expect(() => cholesky(wrong)).toThrow(RangeError);
	expect(() =>
		cholesky([
			[1, 3],
			[3, 9]
		])
	).toThrow(RangeError);
});
