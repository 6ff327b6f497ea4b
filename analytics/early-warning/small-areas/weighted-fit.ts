import { cholesky, choleskyInverse, type Matrix } from '../statistics/cholesky.ts';
import type { Areas } from './fay-herriot.ts';

export interface WeightedFit {
	/** Coefficients by least squares with weights 1 / (A + psi). */
	readonly coefficients: readonly number[];
	/** (X' W X)^-1, their variance. */
	readonly inverse: Matrix;
	/** X' W^2 X. */
	readonly second: Matrix;
}

/**
 * Weighted least squares at a given A, with the sum that its likelihood needs, in one pass over the areas.
 * @throws RangeError when covariates depend on each other
 */
export function weightedFit({ y, psi, x }: Areas, variance: number): WeightedFit {
	const size = x[0]?.length ?? 0;
	const [first, second] = [square(size), square(size)];
	const right = new Array<number>(size).fill(0);
	for (let d = 0; d < y.length; d++) {
		const row = x[d]!;
		const w = 1 / (variance + psi[d]!);
		for (let i = 0; i < size; i++) {
			const once = w * row[i]!;
			right[i]! += once * y[d]!;
			for (let j = 0; j <= i; j++) {
				const term = once * row[j]!;
				first[i]![j]! += term;
				second[i]![j]! += term * w;
			}
		}
	}
	for (const sum of [first, second])
		for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) sum[j]![i] = sum[i]![j]!;
	const inverse = choleskyInverse(cholesky(first));
	const coefficients = inverse.map((row) => row.reduce((sum, v, k) => sum + v * right[k]!, 0));
	return { coefficients, inverse, second };
}

function square(size: number): number[][] {
	return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}
