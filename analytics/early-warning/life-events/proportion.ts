import type { Figure } from '../../contract/figure.ts';

/** An estimated share with the variance of its error: that of who happens to be in the group, and that of privacy noise. */
export interface Proportion {
	readonly share: number;
	readonly variance: number;
}

/** Two noisy counts with the standard deviations of their noise, which are independent. */
export interface NoisyPair {
	readonly counted: number;
	readonly all: number;
	readonly countedSd: number;
	readonly allSd: number;
}

/** counted / all with V = p(1-p)/n + (s_a^2 + p^2 s_n^2)/n^2. @throws RangeError unless `all` is positive */
export function proportion({ counted, all, countedSd, allSd }: NoisyPair): Proportion {
	if (!(all > 0)) throw new RangeError('a share needs a positive number of units');
	const share = counted / all;
	const noise = (countedSd * countedSd + share * share * allSd * allSd) / (all * all);
	return { share, variance: samplingVariance(share, all) + noise };
}

/** The share of a figure, whose standard error is that of its noise; null when the figure shows none. */
export function proportionOf(figure: Pick<Figure, 'share' | 'shareSe' | 'denominator'>): Proportion | null {
	const { share, shareSe, denominator } = figure;
	if (share === null || shareSe === null) return null;
	return { share, variance: samplingVariance(share, denominator) + shareSe * shareSe };
}

/** Of a binomial share; a noisy share outside 0..1 has none, as 0 and 1 have none. */
export function samplingVariance(share: number, units: number): number {
	return Math.max(0, share * (1 - share)) / units;
}
