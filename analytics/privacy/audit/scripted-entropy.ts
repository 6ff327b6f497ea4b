import { WordEntropy } from '../entropy.ts';

/** Words given one by one; asking for more is an error. */
export class ScriptedEntropy extends WordEntropy {
	readonly #words: readonly number[];
	#used = 0;

	constructor(words: readonly number[]) {
		super();
		this.#words = words;
	}

	get used(): number {
		return this.#used;
	}

	override nextUint32(): number {
		const word = this.#words[this.#used++];
		if (word === undefined) throw new RangeError('The script has no more words.');
		return word;
	}
}
