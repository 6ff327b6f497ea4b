/**
 * A small seeded generator for invented data: xoshiro128** (D. Blackman and S. Vigna 2021), started by splitmix32.
 * Never for noise: the protection of real data draws from the operating system.
 */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#d: number;
	#spare = NaN;

	/** @param stream separates independent sequences of one seed. */
	constructor(seed: number, stream: number) {
		let state =
			(Math.imul(seed | 0, 0x9e3779b1) ^
				Math.imul(Math.floor(seed / 2 ** 32) + 1, 0x85ebca6b) ^
				Math.imul(stream + 1, 0xc2b2ae35)) |
			0;
		const split = (): number => {
			state = (state + 0x9e3779b9) | 0;
			let z = state;
			z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
			z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
			return z ^ (z >>> 15);
		};
		this.#a = split();
		this.#b = split();
		this.#c = split();
		this.#d = split() | 1;
	}

	/** Uniform in [0, 1), a multiple of 2^-32. */
	next(): number {
		const scaled = Math.imul(this.#b, 5);
		const result = Math.imul((scaled << 7) | (scaled >>> 25), 9) >>> 0;
		const shifted = this.#b << 9;
		this.#c ^= this.#a;
		this.#d ^= this.#b;
		this.#b ^= this.#c;
		this.#a ^= this.#d;
		this.#c ^= shifted;
		this.#d = (this.#d << 11) | (this.#d >>> 21);
		return result / 2 ** 32;
	}

	/** Uniform on 0 ... n - 1. */
	below(n: number): number {
		return Math.floor(this.next() * n);
	}

	/** Standard normal, by the polar method (G. Marsaglia and T. A. Bray 1964). */
	normal(): number {
		if (!Number.isNaN(this.#spare)) {
			const value = this.#spare;
			this.#spare = NaN;
			return value;
		}
		for (;;) {
			const x = 2 * this.next() - 1;
			const y = 2 * this.next() - 1;
			const s = x * x + y * y;
			if (s >= 1 || s === 0) continue;
			const factor = Math.sqrt((-2 * Math.log(s)) / s);
			this.#spare = y * factor;
			return x * factor;
		}
	}

	/** Index drawn in proportion to the differences of an ascending array of cumulative weights. */
	pick(cumulative: ArrayLike<number>): number {
		const target = this.next() * cumulative[cumulative.length - 1]!;
		let low = 0;
		let high = cumulative.length - 1;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (cumulative[middle]! > target) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** A date in a year as YYYYMMDD, never the first of a month, so that date - 1 is the day before. */
	date(year: number): number {
		return year * 10_000 + (1 + this.below(12)) * 100 + 2 + this.below(27);
	}
}

/** Running totals of weights. */
export function cumulate(weights: Iterable<number>): Float64Array {
	let total = 0;
	return Float64Array.from(weights, (weight) => (total += weight));
}

/** Standard normal distribution function, absolute error below 1e-7 (M. Abramowitz and I. A. Stegun 1964, 26.2.17). */
export function normalCdf(z: number): number {
	const t = 1 / (1 + 0.2316419 * Math.abs(z));
	const tail =
		0.3989422804014327 *
		Math.exp((-z * z) / 2) *
		t *
		(0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	return z < 0 ? tail : 1 - tail;
}
