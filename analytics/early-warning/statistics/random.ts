import { normalQuantile } from './normal.ts';

/**
 * Repeatable random numbers for simulations of the models: xoshiro128** of Blackman & Vigna (ACM Transactions on Mathematical
 * Software 47, 2021), its state filled from the seed by a counter with a mixing function. Not for noise that protects.
 */
export class Random {
	readonly #state = new Uint32Array(4);

	/** @param seed any whole number below 2^32 */
	constructor(seed: number) {
		for (let i = 0; i < 4; i++) this.#state[i] = mixed((seed + Math.imul(i + 1, 0x9e3779b9)) >>> 0);
	}

	/** Uniform on the open interval (0, 1), in steps of 2^-32. */
	uniform(): number {
		const s = this.#state;
		const word = Math.imul(turned(Math.imul(s[1]!, 5), 7), 9) >>> 0;
		const shifted = s[1]! << 9;
		s[2]! ^= s[0]!;
		s[3]! ^= s[1]!;
		s[1]! ^= s[2]!;
		s[0]! ^= s[3]!;
		s[2]! ^= shifted;
		s[3] = turned(s[3]!, 11);
		return (word + 0.5) / 2 ** 32;
	}

	/** A whole number, uniform on 0 <= n < below. */
	below(below: number): number {
		return Math.floor(this.uniform() * below);
	}

	normal(): number {
		return normalQuantile(this.uniform());
	}

	/** Gamma with this shape and scale 1, by Marsaglia & Tsang (ACM Transactions on Mathematical Software 26, 2000). */
	gamma(shape: number): number {
		if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
		const d = shape - 1 / 3;
		while (true) {
			const x = this.normal();
			const v = (1 + x / Math.sqrt(9 * d)) ** 3;
			if (v > 0 && Math.log(this.uniform()) < (x * x) / 2 + d * (1 - v + Math.log(v))) return d * v;
		}
	}

	/**
	 * Number of arrivals in `mean` units of time, one a unit on average. The time of the m-th arrival is a gamma, by which long
	 * spans are halved (Ahrens & Dieter, Computing 12, 1974).
	 */
	poisson(mean: number): number {
		let count = 0;
		let left = mean;
		while (left > 16) {
			const m = Math.floor((7 / 8) * left);
			const time = this.gamma(m);
			if (time > left) return count + this.#binomial(m - 1, left / time);
			count += m;
			left -= time;
		}
		for (let time = -Math.log(this.uniform()); time <= left; time -= Math.log(this.uniform())) count++;
		return count;
	}

	/** A count with this mean, and `dispersion` times the variance of a Poisson: a Poisson whose mean is itself a gamma. */
	count(mean: number, dispersion: number): number {
		if (mean <= 0) return 0;
		if (dispersion <= 1) return this.poisson(mean);
		return this.poisson((dispersion - 1) * this.gamma(mean / (dispersion - 1)));
	}

	#binomial(n: number, p: number): number {
		let count = 0;
		for (let i = 0; i < n; i++) if (this.uniform() < p) count++;
		return count;
	}
}

function turned(word: number, by: number): number {
	return (word << by) | (word >>> (32 - by));
}

/** The mixing function of MurmurHash3: every bit of the word depends on every other. */
function mixed(word: number): number {
	let x = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
	x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
	return (x ^ (x >>> 16)) >>> 0;
}
