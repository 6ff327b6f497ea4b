/** Choices that a seed repeats: xorshift, which decides nothing but what a test tries. */
export class Dice {
	#state: number;

	constructor(seed: number) {
		this.#state = (Math.imul(seed, 2_654_435_761) ^ 0x9e37_79b9) >>> 0 || 1;
	}

	/** A whole number from 0 up to, not with, `below`. */
	int(below: number): number {
		this.#state ^= this.#state << 13;
		this.#state ^= this.#state >>> 17;
		this.#state ^= this.#state << 5;
		return (this.#state >>> 0) % below;
	}

	pick<T>(list: readonly T[]): T {
		return list[this.int(list.length)]!;
	}

	/** Two different places of a list, the first one first. */
	two(length: number): [number, number] {
		const a = this.int(length);
		const b = (a + 1 + this.int(length - 1)) % length;
		return a < b ? [a, b] : [b, a];
	}

	/** The same text but for one character: another one, one less, or one more. */
	typo(text: string, alphabet = '0123456789abcdefx"{},: -'): string {
		if (text === '') return this.pick([...alphabet]);
		const at = this.int(text.length);
		const other = this.pick([...alphabet].filter((character) => character !== text[at]));
		const change = this.int(5);
		if (change === 0) return text.slice(0, at) + text.slice(at + 1);
		return text.slice(0, at) + other + text.slice(change === 1 ? at : at + 1);
	}
}
