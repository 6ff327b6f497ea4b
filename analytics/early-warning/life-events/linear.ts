import type { NoisyCounts } from '../../contract/early-warning.ts';

/** Estimates with the covariance of their errors, row-major. */
export type Estimated = NoisyCounts;

/** A weighted sum of estimates: [number of the estimate, weight]. */
export type Weights = readonly (readonly [at: number, weight: number])[];

/** Weighted sums of estimates, with the covariance of their errors. */
export function combined(sums: readonly Weights[], { values, covariance }: Estimated): Estimated {
	const n = values.length;
	const product = (one: Weights, other: Weights) => {
		let sum = 0;
		for (const a of one) for (const b of other) sum += a[1] * b[1] * covariance[a[0] * n + b[0]]!;
		return sum;
	};
	return {
		values: Float64Array.from(sums, (weights) => weights.reduce((sum, [i, w]) => sum + w * values[i]!, 0)),
		covariance: Float64Array.from(sums.flatMap((one) => sums.map((other) => product(one, other))))
	};
}
