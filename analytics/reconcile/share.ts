import type { Figure, Reliability } from '../contract/figure.ts';

/** Two estimated counts and what is known of their errors. */
export interface CountPair {
	readonly numerator: number;
	readonly denominator: number;
	readonly numeratorVariance: number;
	readonly denominatorVariance: number;
	readonly covariance: number;
}

export type Share = Pick<Figure, 'share' | 'shareSe' | 'lower' | 'upper' | 'reliability'>;

const NORMAL_975 = 1.959963984540054;
/** A denominator below this many standard errors could be 0, and nothing divided by it means much. */
const LEAST_STANDARD_ERRORS = 3;
/** The release rule on the noisy number of units in a denominator. */
const LEAST_UNITS = 10;

const NOT_SHOWN: Share = { share: null, shareSe: null, lower: null, upper: null, reliability: 'X' };

/** numerator / denominator, with its standard error to first order and its 95 % interval by Fieller's theorem (1954). */
export function shareOf(pair: CountPair): Share {
	const { numerator: n, denominator: d, numeratorVariance, denominatorVariance, covariance } = pair;
	if (d < LEAST_UNITS || d < LEAST_STANDARD_ERRORS * Math.sqrt(denominatorVariance)) return NOT_SHOWN;
	const share = n / d;
	const variance = numeratorVariance - 2 * share * covariance + share * share * denominatorVariance;
	const shareSe = Math.sqrt(Math.max(0, variance)) / d;
	// The interval holds every r for which n - r d lies within 1.96 standard errors of 0: a quadratic inequality in r.
	const z2 = NORMAL_975 ** 2;
	const a = d * d - z2 * denominatorVariance;
	const b = n * d - z2 * covariance;
	const c = n * n - z2 * numeratorVariance;
	const root = Math.sqrt(Math.max(0, b * b - a * c));
	return {
		share,
		shareSe,
		lower: clipped((b - root) / a),
		upper: clipped((b + root) / a),
		reliability: reliabilityOf(share, shareSe)
	};
}

function reliabilityOf(share: number, shareSe: number): Reliability {
	if (share <= 0) return 'D';
	const cv = shareSe / share;
	if (cv < 0.1) return 'A';
	if (cv < 0.2) return 'B';
	return cv <= 0.35 ? 'C' : 'D';
}

function clipped(x: number): number {
	return Math.min(1, Math.max(0, x));
}
