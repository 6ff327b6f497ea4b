import { reliabilityOf, type Figure } from '../contract/figure.ts';
import type { Combination, Estimates } from './estimates.ts';

/** Two estimated counts and what is known of their errors. */
export interface CountPair {
	readonly numerator: number;
	readonly denominator: number;
	readonly numeratorVariance: number;
	readonly denominatorVariance: number;
	readonly covariance: number;
}

/** One estimate divided by another, with its standard error to first order and its 95 % interval. */
export interface Ratio {
	readonly ratio: number;
	readonly se: number;
	readonly lower: number;
	readonly upper: number;
}

export type Share = Pick<Figure, 'share' | 'shareSe' | 'lower' | 'upper' | 'reliability'>;

export const NORMAL_975 = 1.959963984540054;
/** A denominator below this many standard errors could be 0, and nothing divided by it means much. */
const LEAST_STANDARD_ERRORS = 3;
/** The release rule on estimated numbers of units, which carry noise: of a denominator, and of either side of a share. */
const LEAST_UNITS = 10;
/** A share is told where "less than a half" could be said if nobody counted: what says less is not worth telling. */
const WIDEST_BOUND = 0.5;

/** Two combinations at each node where both can be estimated. */
export function countPairs(estimates: Estimates, numerator: Combination, denominator: Combination): CountPair[] {
	const n = estimates.values(numerator);
	const d = estimates.values(denominator);
	const numeratorVariance = estimates.covariances(numerator, numerator);
	const denominatorVariance = estimates.covariances(denominator, denominator);
	return Array.from(estimates.covariances(numerator, denominator), (covariance, v) => ({
		numerator: n[v]!,
		denominator: d[v]!,
		numeratorVariance: numeratorVariance[v]!,
		denominatorVariance: denominatorVariance[v]!,
		covariance
	}));
}

/** Whether an estimated number of units is large enough to divide by. */
export function canDivide(denominator: number, variance: number): boolean {
	return denominator >= LEAST_UNITS && denominator >= LEAST_STANDARD_ERRORS * Math.sqrt(variance);
}

/**
 * Whether a share is told, as a number or as a bound. Its size and its precision decide and its numerator does not: else noise
 * upwards would choose, and what is told would be too high (decision 35).
 */
function isTold({ denominator, denominatorVariance, numeratorVariance }: CountPair): boolean {
	const least = Math.max(LEAST_UNITS, NORMAL_975 * Math.sqrt(numeratorVariance));
	return canDivide(denominator, denominatorVariance) && least <= WIDEST_BOUND * denominator;
}

/**
 * numerator / denominator, its interval clipped to [0, 1]. Where fewer units are estimated on one side than may be told, only
 * what the share is less than, or more than, at least that many units away from the end; where the denominator is too small
 * for that, nothing. The estimates alone decide, so that it costs no privacy; the counts themselves stay as estimated, since
 * sums over shown figures only would be biased.
 */
export function shareOf(pair: CountPair): Share {
	const made = isTold(pair) ? ratioOf(pair) : null;
	if (made === null) return { share: null, shareSe: null, lower: null, upper: null, reliability: 'X' };
	const { ratio, se } = made;
	const [lower, upper] = [clipped(made.lower, 0, 1), clipped(made.upper, 0, 1)];
	const { numerator, denominator } = pair;
	const least = LEAST_UNITS / denominator;
	if (numerator < LEAST_UNITS) return bound(0, Math.max(upper, least));
	if (denominator - numerator < LEAST_UNITS) return bound(Math.min(lower, 1 - least), 1);
	return { share: ratio, shareSe: se, lower, upper, reliability: reliabilityOf(ratio, se) };
}

function bound(lower: number, upper: number): Share {
	return { share: null, shareSe: null, lower, upper, reliability: 'D' };
}

/** numerator / denominator with its interval by Fieller's theorem (1954); null when the denominator is too small. */
export function ratioOf(pair: CountPair): Ratio | null {
	const { numerator: n, denominator: d, numeratorVariance, denominatorVariance, covariance } = pair;
	if (!canDivide(d, denominatorVariance)) return null;
	const ratio = n / d;
	const variance = numeratorVariance - 2 * ratio * covariance + ratio * ratio * denominatorVariance;
	// The interval holds every r for which n - r d lies within 1.96 standard errors of 0: a quadratic inequality in r.
	const z2 = NORMAL_975 * NORMAL_975;
	const a = d * d - z2 * denominatorVariance;
	const b = n * d - z2 * covariance;
	const c = n * n - z2 * numeratorVariance;
	const root = Math.sqrt(Math.max(0, b * b - a * c));
	return { ratio, se: Math.sqrt(Math.max(0, variance)) / d, lower: (b - root) / a, upper: (b + root) / a };
}

export function clipped(x: number, from: number, to: number): number {
	return Math.min(to, Math.max(from, x));
}
