import { expInterval, multiply, type Interval } from '../discrete-gaussian/exp-interval.ts';
import type { Support } from '../discrete-gaussian/thresholds.ts';
import type { WideLaw } from '../discrete-gaussian/wide.ts';
import type { Rational } from '../rational.ts';
import { MASS_BITS } from './enumerate.ts';

/**
 * What the samplers must return, from the definitions and not from their code: probabilities over 2^256 as intervals of
 * integers.
 */
const SHIFT = BigInt(MASS_BITS);
const ONE = 1n << SHIFT;

/** exp(-n/d). */
export function exponential(n: bigint, d: bigint): Interval {
	return expInterval(n, d, MASS_BITS);
}

/** Truth and its contrary of a draw that is true with probability exp(-a/b). */
export function bernoulliExpLaw(a: bigint, b: bigint): [boolean, Interval][] {
	const exp = exponential(a, b);
	return [
		[true, exp],
		[false, complement(exp)]
	];
}

/** One round at scale t reaches x with probability (1 - 1/e) / (2 t) exp(-|x|/t); minus zero is rejected. */
export function laplaceRoundLaw(t: number, reach: number): [number | null, Interval][] {
	return symmetric(reach, (x) => times(complement(exponential(1n, 1n)), exponential(BigInt(x), BigInt(t)), 2 * t));
}

/** A Laplace round at scale t, then acceptance: (1 - 1/e) / (2 t) exp(-x^2 / (2 sigma2) - sigma2 / (2 t^2)). */
export function referenceRoundLaw({ numerator: n, denominator: d }: Rational, t: number, reach: number) {
	const square = BigInt(t) ** 2n;
	return symmetric(reach, (x) => {
		const exponent = exponential(BigInt(x) ** 2n * d * d * square + n * n, 2n * n * d * square);
		return times(complement(exponential(1n, 1n)), exponent, 2 * t);
	});
}

/** One round from x: each place z below the stride, with either sign, at 1 / (2 stride) exp(-z (z + 2 stride x) / (2 sigma2)). */
export function wideRoundLaw(law: WideLaw, x: number): [number, Interval][] {
	const places: [number, Interval][] = [];
	for (let z = 0; z < law.stride; z++) {
		const exponent = BigInt(z * (z + 2 * law.stride * x)) * law.d;
		const probability = divided(exponential(exponent, law.denominator), 2 * law.stride);
		const magnitude = law.stride * x + z;
		places.push([magnitude, probability]);
		if (magnitude > 0) places.push([-magnitude, probability]);
	}
	return places;
}

/**
 * P(|X| <= k), or P(X <= k | X >= 0), for k = 0, 1, ...: each weight by itself, and for the weights beyond the last
 * exp(-y) <= 1 / (1 + y) for their ratio.
 */
export function cumulative({ numerator: n, denominator: d }: Rational, support: Support): Interval[] {
	const signs = support === 'magnitudes' ? 2n : 1n;
	const sums: Interval[] = [];
	let sum: Interval = { low: 0n, high: 0n };
	let weight: Interval;
	let k = 0n;
	do {
		weight = exponential(k * k * d, 2n * n);
		const share = k === 0n ? 1n : signs;
		sum = { low: sum.low + share * weight.low, high: sum.high + share * weight.high };
		sums.push(sum);
		k++;
	} while (weight.high > 1n << 40n);
	const tail = signs * weight.high * (1n + (2n * n) / d);
	const total = { low: sum.low, high: sum.high + tail };
	return sums.map(({ low, high }) => ({ low: (low << SHIFT) / total.high, high: (high << SHIFT) / total.low + 1n }));
}

function symmetric(reach: number, probability: (x: number) => Interval): [number | null, Interval][] {
	return Array.from({ length: 2 * reach + 1 }, (_, i) => [i - reach, probability(Math.abs(i - reach))]);
}

function complement({ low, high }: Interval): Interval {
	return { low: ONE - high, high: ONE - low };
}

function times(a: Interval, b: Interval, divisor: number): Interval {
	return divided(multiply(a, b, SHIFT), divisor);
}

function divided({ low, high }: Interval, divisor: number): Interval {
	return { low: low / BigInt(divisor), high: high / BigInt(divisor) + 1n };
}
