import { normalCdf } from '../statistics/normal.ts';

/** What is known of the regions that are compared: means and standard errors of independent normal values. */
export interface Values {
	readonly mean: Float64Array;
	/** All above 0. */
	readonly se: Float64Array;
}

/**
 * Expected place of each, 1 being the highest: one more than the expected number above it (Laird & Louis, Journal of
 * Educational Statistics 14, 1989). They sum to n (n + 1) / 2.
 */
export function expectedRanks({ mean, se }: Values): Float64Array {
	const ranks = new Float64Array(mean.length).fill(1);
	for (let i = 0; i < mean.length; i++) {
		for (let j = 0; j < i; j++) {
			const above = normalCdf((mean[j]! - mean[i]!) / Math.hypot(se[i]!, se[j]!));
			ranks[i]! += above;
			ranks[j]! += 1 - above;
		}
	}
	return ranks;
}
