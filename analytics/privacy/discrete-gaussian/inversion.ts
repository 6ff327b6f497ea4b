import type { Entropy } from '../entropy.ts';
import type { Rational } from '../rational.ts';
import { thresholds, type Support, type Thresholds } from './thresholds.ts';

/** Bits of the uniform draw after the first refinement: 53 and three words of 32. */
const FIRST_REFINEMENT = 53 + 96;
/** The guide has a place for each value of the first so many bits of a draw. */
const GUIDE_BITS = 12;

/**
 * Exact inversion: |X| is the least k with U < P(|X| <= k), for a uniform real U of which only as many bits are drawn as
 * the comparison needs. 53 bits nearly always suffice; a draw that falls together with a threshold, or beyond the last
 * one of the table, gets more bits and thresholds to match, without end. So no tail is cut. Where the search for k begins is
 * told by the first bits of U (Chen and Asau 1974). Claim: discrete-gaussian.md.
 */
export class InversionSampler {
	readonly #sigma2: Rational;
	readonly #support: Support;
	/** Bounds of P(|X| <= k) * 2^53: below #low[k] is surely |X| <= k, from #high[k] on surely |X| > k. */
	readonly #low: Float64Array;
	readonly #high: Float64Array;
	readonly #guide: Uint32Array;
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
		this.#guide = guideOf(this.#low);
	}

	/** Number of entries of the 53-bit table. */
	get size(): number {
		return this.#low.length;
	}

	/** A draw of X. */
	sample(entropy: Entropy): number {
		const first = entropy.nextUint32();
		const second = entropy.nextUint32();
		const magnitude = this.#magnitude(first, second, entropy);
		// Of the 11 bits that the magnitude leaves over one is the sign.
		return magnitude !== 0 && (second & 1) === 1 ? -magnitude : magnitude;
	}

	/** A draw of the magnitude alone. */
	magnitude(entropy: Entropy): number {
		const first = entropy.nextUint32();
		const second = entropy.nextUint32();
		return this.#magnitude(first, second, entropy);
	}

	/** The magnitude for a uniform draw of which the first word and 21 bits of the second are the first 53 bits. */
	#magnitude(first: number, second: number, entropy: Entropy): number {
		const u = first * 2 ** 21 + (second >>> 11);
		const low = this.#low;
		const last = low.length - 1;
		// Least k with u < low[k], or else the last.
		let k = this.#guide[first >>> (32 - GUIDE_BITS)]!;
		while (k < last && u >= low[k]!) k++;
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

/** For each value of the first bits the least k that a draw which begins with them can have: low rises. */
function guideOf(low: Float64Array): Uint32Array {
	const guide = new Uint32Array(2 ** GUIDE_BITS);
	let k = 0;
	for (let place = 0; place < guide.length; place++) {
		const least = place * 2 ** (53 - GUIDE_BITS);
		while (k < low.length - 1 && least >= low[k]!) k++;
		guide[place] = k;
	}
	return guide;
}

/** The magnitude that the bits of u decide against these thresholds, or null. */
function decide(u: bigint, { low, high }: Thresholds): number | null {
	const k = low.findIndex((bound) => u < bound);
	if (k < 0) return null;
	return k === 0 || u >= high[k - 1]! ? k : null;
}
