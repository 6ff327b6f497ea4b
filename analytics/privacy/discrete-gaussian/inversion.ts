import type { Entropy } from '../entropy.ts';
import type { Rational } from '../rational.ts';
import { thresholds, type Support, type Thresholds } from './thresholds.ts';

/** Bits of the uniform draw after the first refinement: 53 and three words of 32. */
const FIRST_REFINEMENT = 53 + 96;

/**
 * Exact inversion: |X| is the least k with U < P(|X| <= k), for a uniform real U of which only as many bits are drawn as
 * the comparison needs. 53 bits nearly always suffice; a draw that falls together with a threshold, or beyond the last
 * one of the table, gets more bits and thresholds to match, without end. So no tail is cut. Claim: discrete-gaussian.md.
 */
export class InversionSampler {
	readonly #sigma2: Rational;
	readonly #support: Support;
	/** Bounds of P(|X| <= k) * 2^53: below #low[k] is surely |X| <= k, from #high[k] on surely |X| > k. */
	readonly #low: Float64Array;
	readonly #high: Float64Array;
	readonly #refined = new Map<number, Thresholds>();

	/** On the half-line every draw is a magnitude of X given X >= 0. */
	constructor(sigma2: Rational, support: Support = 'magnitudes') {
		this.#sigma2 = sigma2;
		this.#support = support;
		const exact = this.#thresholds(FIRST_REFINEMENT);
		const dropped = BigInt(FIRST_REFINEMENT - 53);
		// Beyond this k no 53-bit draw can be told from 1.
		const last = exact.low.findIndex((low) => low >> dropped === (1n << 53n) - 1n);
		const size = last < 0 ? exact.low.length : last + 1;
		this.#low = Float64Array.from(exact.low.slice(0, size), (low) => Number(low >> dropped));
		this.#high = Float64Array.from(exact.high.slice(0, size), (high) => Number(-(-high >> dropped)));
	}

	/** Number of entries of the 53-bit table. */
	get size(): number {
		return this.#low.length;
	}

	/** A draw of X. */
	sample(entropy: Entropy): number {
		const first = entropy.nextUint32();
		const second = entropy.nextUint32();
		// 32 + 21 bits for the magnitude; of the 11 bits left over one is the sign.
		const magnitude = this.#magnitude(first * 2 ** 21 + (second >>> 11), entropy);
		return magnitude !== 0 && (second & 1) === 1 ? -magnitude : magnitude;
	}

	/** A draw of the magnitude alone. */
	magnitude(entropy: Entropy): number {
		const first = entropy.nextUint32();
		return this.#magnitude(first * 2 ** 21 + (entropy.nextUint32() >>> 11), entropy);
	}

	/** The magnitude for a uniform draw of which u is the first 53 bits. */
	#magnitude(u: number, entropy: Entropy): number {
		const low = this.#low;
		// Least k with u < low[k]; the number of steps depends on the table only.
		let k = 0;
		let length = low.length;
		while (length > 1) {
			const half = length >> 1;
			k += u < low[k + half - 1]! ? 0 : half;
			length -= half;
		}
		const decided = u < low[k]! && (k === 0 || u >= this.#high[k - 1]!);
		return decided ? k : this.#refine(u, entropy);
	}

	#refine(u53: number, entropy: Entropy): number {
		let u = BigInt(u53);
		let bits = 53;
		for (let words = 3; ; words *= 2) {
			for (let i = 0; i < words; i++) u = (u << 32n) | BigInt(entropy.nextUint32());
			bits += 32 * words;
			const magnitude = decide(u, this.#thresholds(bits));
			if (magnitude !== null) return magnitude;
		}
	}

	#thresholds(bits: number): Thresholds {
		const known = this.#refined.get(bits);
		if (known !== undefined) return known;
		const computed = thresholds(this.#sigma2, bits, this.#support);
		this.#refined.set(bits, computed);
		return computed;
	}
}

/** The magnitude that the bits of u decide against these thresholds, or null. */
function decide(u: bigint, { low, high }: Thresholds): number | null {
	const k = low.findIndex((bound) => u < bound);
	if (k < 0) return null;
	return k === 0 || u >= high[k - 1]! ? k : null;
}
