import { osEntropy } from 'diffprivlib-js';
import { WordEntropy } from '../privacy/entropy.ts';

/** Random words of this machine that are kept, so that several runs get the same ones. */
export class Tape extends WordEntropy {
	readonly #source = osEntropy();
	#words = new Uint32Array(1 << 12);
	#kept = 0;
	#used = 0;

	/** Words since the last rewind. */
	get used(): number {
		return this.#used;
	}

	rewind(): void {
		this.#used = 0;
	}

	override nextUint32(): number {
		if (this.#used === this.#kept) this.#keepOneMore();
		return this.#words[this.#used++]!;
	}

	#keepOneMore(): void {
		if (this.#kept === this.#words.length) {
			const longer = new Uint32Array(2 * this.#kept);
			longer.set(this.#words);
			this.#words = longer;
		}
		this.#words[this.#kept++] = this.#source.nextUint32();
	}
}
