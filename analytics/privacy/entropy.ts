/** Uniform random words and the exact draws made from them. Every sampler gets its randomness through this interface. */
export interface Entropy {
	/** Uniform on 0 .. 2^32 - 1. */
	nextUint32(): number;
	/** Uniform on 0 .. n - 1, for an integer n in 1 .. 2^53. */
	below(n: number): number;
	/** Uniform on 0 .. n - 1, for any n >= 1. */
	belowBig(n: bigint): bigint;
	/** True with probability a/b exactly, for integers 0 <= a <= b <= 2^53. */
	bernoulli(a: number, b: number): boolean;
	/** True with probability a/b exactly, for 0 <= a <= b. */
	bernoulliBig(a: bigint, b: bigint): boolean;
}

/** The random generator failed: no draw is made rather than a bad one. */
export class EntropyError extends Error {
	override readonly name = 'EntropyError';
}

const TWO_32 = 2 ** 32;
const TWO_53 = 2 ** 53;

/** Exact draws by rejection from uniform 32-bit words. */
export abstract class WordEntropy implements Entropy {
	abstract nextUint32(): number;

	below(n: number): number {
		if (!Number.isInteger(n) || n < 1 || n > TWO_53)
			throw new RangeError('A uniform draw needs a whole number of outcomes between 1 and 2^53.');
		if (n <= TWO_32) {
			// Words from the last incomplete run of n are rejected: each remainder keeps the same number of words.
			const limit = TWO_32 - (TWO_32 % n);
			let word = this.nextUint32();
			while (word >= limit) word = this.nextUint32();
			return word % n;
		}
		const limit = TWO_53 - (TWO_53 % n);
		let draw = this.#next53();
		while (draw >= limit) draw = this.#next53();
		return draw % n;
	}

	belowBig(n: bigint): bigint {
		if (n < 1n) throw new RangeError('A uniform draw needs at least one outcome.');
		const words = Math.ceil((n - 1n).toString(16).length / 8);
		const range = 1n << BigInt(32 * words);
		const limit = range - (range % n);
		for (;;) {
			let draw = 0n;
			for (let i = 0; i < words; i++) draw = (draw << 32n) | BigInt(this.nextUint32());
			if (draw < limit) return draw % n;
		}
	}

	bernoulli(a: number, b: number): boolean {
		return this.below(b) < a;
	}

	bernoulliBig(a: bigint, b: bigint): boolean {
		return this.belowBig(b) < a;
	}

	#next53(): number {
		const high = this.nextUint32() >>> 11;
		return high * TWO_32 + this.nextUint32();
	}
}

/** `getRandomValues` fills at most 65,536 bytes per call. */
const BUFFER_WORDS = 65_536 / 4;
/** The last words of each fill are never handed out: by them a fill that repeats the one before is recognised. */
const WITNESS_WORDS = 4;
const USED_WORDS = BUFFER_WORDS - WITNESS_WORDS;

/** Words of the operating system's generator, through Web Crypto: the same in Node and in browsers. */
class OsEntropy extends WordEntropy {
	// A buffer per instance: workers and concurrent measures never share words.
	readonly #words = new Uint32Array(BUFFER_WORDS);
	#next = USED_WORDS;

	override nextUint32(): number {
		if (this.#next === USED_WORDS) this.#refill();
		const word = this.#words[this.#next]!;
		// A used word is wiped: a later look into memory does not reveal the noise.
		this.#words[this.#next++] = 0;
		return word;
	}

	#refill(): void {
		const before = this.#words.slice(USED_WORDS);
		try {
			globalThis.crypto.getRandomValues(this.#words);
		} catch (cause) {
			throw new EntropyError('The random generator of this machine failed.', { cause });
		}
		// A generator that left the buffer alone, or is stuck on one word. A sound one does this with probability 2^-524256.
		if (this.#words.every((word, _, all) => word === all[0]))
			throw new EntropyError('The random generator of this machine repeats one word.');
		// A generator that starts again from the same state. A sound one does this with probability 2^-128.
		if (before.every((word, i) => word === this.#words[USED_WORDS + i]))
			throw new EntropyError('The random generator of this machine repeats what it gave before.');
		this.#next = 0;
	}
}

/** Production randomness. It cannot be seeded. The methods throw EntropyError when the generator fails. */
export function osEntropy(): Entropy {
	return new OsEntropy();
}
