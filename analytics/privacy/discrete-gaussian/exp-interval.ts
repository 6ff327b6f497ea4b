import { bitLength } from '../rational.ts';

/** Two integers around a real number times a power of two that the context fixes: low <= value <= high. */
export interface Interval {
	readonly low: bigint;
	readonly high: bigint;
}

/** exp(-n/d) * 2^bits between two integers, for n >= 0 and d > 0. */
export function expInterval(n: bigint, d: bigint, bits: number): Interval {
	if (n >= d * BigInt(bits)) return { low: 0n, high: 1n };
	// exp(-y) = exp(-y / 2^halvings)^(2^halvings) with y / 2^halvings <= 1/2, so that the series converges fast.
	const halvings = bitLength(n / d) + 1;
	const guard = 2 * halvings + 32;
	const precision = BigInt(bits + guard);
	const divisor = d << BigInt(halvings);
	let sum = 0n;
	let term = 1n << precision;
	let terms = 0n;
	for (; term > 0n; terms++) {
		sum += terms % 2n === 0n ? term : -term;
		term = (term * n) / (divisor * (terms + 1n));
	}
	// Each term is rounded down with an error below 2; what follows the first zero term adds less than 4.
	let low = sum - (2n * terms + 4n);
	let high = sum + (2n * terms + 4n);
	for (let i = 0; i < halvings; i++) {
		low = (low * low) >> precision;
		high = ((high * high) >> precision) + 1n;
	}
	return { low: low >> BigInt(guard), high: (high >> BigInt(guard)) + 1n };
}

/** Product of two fixed-point intervals of non-negative numbers. */
export function multiply(a: Interval, b: Interval, bits: bigint): Interval {
	return { low: (a.low * b.low) >> bits, high: ((a.high * b.high) >> bits) + 1n };
}
