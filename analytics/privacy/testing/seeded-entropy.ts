import { WordEntropy } from '../entropy.ts';

/** Repeatable words for tests (sfc32 by Chris Doty-Humphrey). Not exported from the package: never for a release. */
export class SeededEntropy extends WordEntropy {
	#a = 0x9e3779b9;
	#b = 0x243f6a88;
	#c: number;
	#counter = 1;

	constructor(seed: number) {
		super();
		this.#c = seed | 0;
		for (let i = 0; i < 20; i++) this.nextUint32();
	}

	override nextUint32(): number {
		const result = (this.#a + this.#b + this.#counter) | 0;
		this.#counter = (this.#counter + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (((this.#c << 21) | (this.#c >>> 11)) + result) | 0;
		return result >>> 0;
	}
}
