import { expect, it } from 'vitest';
import { solvePositive } from './cholesky.ts';

it('solves a positive definite system and refuses any other', () => {
	const matrix = Float64Array.from([4, 0, 0, 2, 5, 0, -1, 1, 3]);
	const x = solvePositive(matrix, Float64Array.from([5, 15, 10]))!;
	[1, 2, 3].forEach((expected, i) => expect(x[i]).toBeCloseTo(expected, 12));
	expect(solvePositive(Float64Array.from([1, 0, 2, 1]), Float64Array.from([1, 1]))).toBeNull();
});
