import type { Figure } from '../../contract/figure.ts';

/**
 * Known variance of a figure's share at a smoothed share p: chance in who lives there, p (1 - p) / n, and the privacy noise of
 * both counts, (s_a^2 - 2 p c + p^2 s_n^2) / n^2. The cell's own share is never used: a low draw would call itself precise.
 */
export function knownVariance(figure: Figure, p: number): number {
	const { denominator: n, numeratorSe, denominatorSe } = figure;
	const noise = numeratorSe ** 2 - 2 * p * covariance(figure) + p ** 2 * denominatorSe ** 2;
	return (p * (1 - p)) / n + Math.max(0, noise) / n ** 2;
}

/**
 * Covariance of the two counts' noise, which the standard error of the share holds. It follows from the tables, not from
 * the counts. A figure without a share does not tell it; it counts as 0 there, which makes the noise too large rather than
 * too small.
 */
function covariance({ share, shareSe, denominator, numeratorSe, denominatorSe }: Figure): number {
	if (share === null || shareSe === null || share === 0) return 0;
	return (numeratorSe ** 2 + (share * denominatorSe) ** 2 - (shareSe * denominator) ** 2) / (2 * share);
}
