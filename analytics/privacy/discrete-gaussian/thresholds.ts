import type { Rational } from '../rational.ts';
import { expInterval, multiply, type Interval } from './exp-interval.ts';

/** Fractional bits carried beyond those asked for; they absorb the rounding of the recurrence and of the cut tail. */
const GUARD = 64;
/** The recurrence stops where a weight is below 2^32 units of the last carried bit: 32 bits below the last one asked for. */
const NEGLIGIBLE = 1n << 32n;

/** Integers whose probabilities are told apart: all of them, by magnitude, or those from 0 up. */
export type Support = 'magnitudes' | 'half-line';

/** Bounds of P(|X| <= k) * 2^bits (on the half-line: P(X <= k | X >= 0)) for k = 0, 1, ... as far as the sum of weights reaches at this precision. */
export interface Thresholds {
	readonly bits: number;
	readonly low: readonly bigint[];
	readonly high: readonly bigint[];
}

/**
 * Cumulative probabilities of |X| for the discrete Gaussian X of parameter sigma^2, as certified intervals of integers.
 * Weights follow w(x+1) = w(x) r(x) and r(x+1) = r(x) exp(-1/sigma^2), with every product rounded outwards.
 */
export function thresholds(sigma2: Rational, bits: number, support: Support = 'magnitudes'): Thresholds {
	const signs = support === 'magnitudes' ? 2n : 1n;
	const { numerator: n, denominator: d } = sigma2;
	const carried = bits + GUARD;
	const shift = BigInt(carried);
	const unit = 1n << shift;
	const decay = expInterval(d, n, carried);
	let ratio = expInterval(d, 2n * n, carried);
	let weight: Interval = { low: unit, high: unit };
	const sums: Interval[] = [weight];
	let sum: Interval = weight;
	for (;;) {
		weight = multiply(weight, ratio, shift);
		ratio = multiply(ratio, decay, shift);
		if (weight.high < NEGLIGIBLE) break;
		sum = { low: sum.low + signs * weight.low, high: sum.high + signs * weight.high };
		sums.push(sum);
	}
	// Ratios fall, so the weights from here on sum to at most weight / (1 - ratio): a geometric series.
	const tail = (signs * weight.high * unit) / (unit - ratio.high) + 1n;
	const total: Interval = { low: sum.low, high: sum.high + tail };
	const scale = BigInt(bits);
	const one = 1n << scale;
	const low: bigint[] = [];
	const high: bigint[] = [];
	for (const partial of sums) {
		const above = (partial.high << scale) / total.low + 1n;
		low.push((partial.low << scale) / total.high);
		high.push(above < one ? above : one);
	}
	return { bits, low, high };
}
