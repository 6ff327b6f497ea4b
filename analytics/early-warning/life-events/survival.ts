import type { Proportion } from './proportion.ts';
import { Z95 } from './ratio.ts';

/** Share of units that a thing has not happened to after so many intervals, with its 95 % interval. */
export interface Survival {
	readonly survival: number;
	readonly lower: number;
	readonly upper: number;
}

/**
 * Survival by the end of each interval, from the hazard of each: S = product of (1 - h), Var log S = sum of V / (1 - h)^2
 * (Greenwood, with the noise in V), and the interval on the scale of log(-log S), which keeps it within 0..1. Null from the
 * first interval on by which nothing, or everything, seems to have happened: noise then hides what little did.
 */
export function survival(hazards: readonly Proportion[]): (Survival | null)[] {
	let logS = 0;
	let variance = 0;
	return hazards.map(({ share, variance: own }) => {
		if (share >= 1) logS = NaN;
		logS += Math.log1p(-share);
		variance += own / (1 - share) ** 2;
		if (!(logS < 0)) return null;
		const spread = (Z95 * Math.sqrt(variance)) / Math.abs(logS);
		return {
			survival: Math.exp(logS),
			lower: Math.exp(logS * Math.exp(spread)),
			upper: Math.exp(logS * Math.exp(-spread))
		};
	});
}
