import type { WrittenLayout } from './written-layout.ts';

const UNIT = 8;
const BIAS = 100;
const LARGEST = 251 - BIAS;
const END_OF_RECORDS = 252;
const RAW = 253;
const BLANKS = 254;
const MISSING = 255;
const FOUR_BLANKS = 0x20202020;

/** Packs records of little-endian numbers: small whole numbers, blanks and missing numbers take one byte instead of eight. */
export class BytecodeOutput {
	/** Per 8 bytes of a record, whether they are a number. */
	readonly #isNumber: readonly boolean[];
	/** Eight commands under way, and the bytes that they leave as they are, both also as words of 4 bytes. */
	readonly #commands = new Uint8Array(UNIT);
	readonly #commandWords = new Int32Array(this.#commands.buffer);
	readonly #raw = new Int32Array(2 * UNIT);
	#commandCount = 0;
	#rawWords = 0;

	constructor({ recordBytes, segments }: WrittenLayout) {
		const numbers = new Set(segments.flat().flatMap(({ offset, width }) => (width === 0 ? [offset / UNIT] : [])));
		this.#isNumber = Array.from({ length: recordBytes / UNIT }, (_, unit) => numbers.has(unit));
	}

	/** @param records whole ones, aligned to 8 bytes */
	add(records: Buffer): Uint8Array {
		const units = records.length / UNIT;
		const numbers = new Float64Array(records.buffer, records.byteOffset, units);
		const words = new Int32Array(records.buffer, records.byteOffset, 2 * units);
		const output = new Int32Array(Math.ceil((2 * units * (UNIT + 1)) / UNIT) + 2 * (UNIT + 1));
		let at = 0;
		for (let unit = 0, place = 0; unit < units; unit++) {
			const code = this.#isNumber[place]! ? numberCode(numbers[unit]!) : textCode(words, 2 * unit);
			if (++place === this.#isNumber.length) place = 0;
			if (code === RAW) {
				this.#raw[this.#rawWords++] = words[2 * unit]!;
				this.#raw[this.#rawWords++] = words[2 * unit + 1]!;
			}
			this.#commands[this.#commandCount++] = code;
			if (this.#commandCount === UNIT) at = this.#flush(output, at);
		}
		return new Uint8Array(output.buffer, 0, 4 * at);
	}

	/** What is left, and the end of the records. */
	end(): Uint8Array {
		const output = new Int32Array(2 * (UNIT + 1));
		this.#commands[this.#commandCount++] = END_OF_RECORDS;
		this.#commands.fill(0, this.#commandCount);
		return new Uint8Array(output.buffer, 0, 4 * this.#flush(output, 0));
	}

	/** @returns the place behind what is written, in words */
	#flush(output: Int32Array, at: number): number {
		output[at] = this.#commandWords[0]!;
		output[at + 1] = this.#commandWords[1]!;
		for (let i = 0; i < this.#rawWords; i++) output[at + 2 + i] = this.#raw[i]!;
		const end = at + 2 + this.#rawWords;
		this.#commandCount = 0;
		this.#rawWords = 0;
		return end;
	}
}

function numberCode(value: number): number {
	if (value === -Number.MAX_VALUE) return MISSING;
	const small = Number.isInteger(value) && value > -BIAS && value <= LARGEST && !Object.is(value, -0);
	return small ? value + BIAS : RAW;
}

function textCode(words: Int32Array, at: number): number {
	return words[at] === FOUR_BLANKS && words[at + 1] === FOUR_BLANKS ? BLANKS : RAW;
}
