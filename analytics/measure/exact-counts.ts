import { inspect } from 'node:util';

/**
 * Counts or sums before noise. The numbers are in a private field: they cannot be serialised, printed or spread, and the one
 * way out is a sum with noise that was drawn before.
 */
export class ExactCounts {
	readonly #counts: Float64Array;

	/** Takes over the array; the caller keeps no reference. */
	constructor(counts: Float64Array) {
		this.#counts = counts;
	}

	/** The counts of a series as they are measured, as unreadable as these: `encode` is linear, exact and public. */
	encoded(encode: (counts: Float64Array) => Float64Array): ExactCounts {
		return new ExactCounts(encode(this.#counts.slice()));
	}

	/** The counts of a coarser table, as unreadable as these: each cell counts in the one that it lies in. */
	addedUp(cells: Uint32Array, size: number): ExactCounts {
		if (cells.length !== this.#counts.length) throw new RangeError('cells and counts differ in length');
		const sums = new Float64Array(size);
		for (let i = 0; i < cells.length; i++) sums[cells[i]!]! += this.#counts[i]!;
		return new ExactCounts(sums);
	}

	plus(noise: Float64Array): Float64Array {
		if (noise.length !== this.#counts.length) throw new RangeError('noise and counts differ in length');
		const sums = new Float64Array(noise.length);
		for (let cell = 0; cell < sums.length; cell++) sums[cell] = this.#counts[cell]! + noise[cell]!;
		return sums;
	}

	toJSON(): never {
		throw new Error('counts before noise cannot be serialised');
	}

	toString(): string {
		return 'ExactCounts';
	}

	[inspect.custom](): string {
		return 'ExactCounts';
	}
}
