import type { ByteInput } from './byte-inputs.ts';
import { DamagedFileError } from './byte-reader.ts';
import type { SavDictionary } from './dictionary.ts';

const UNIT = 8;
const INPUT_BYTES = 1 << 18;

const END_OF_RECORDS = 252;
const RAW = 253;
const BLANKS = 254;
const MISSING = 255;

/**
 * The bytes that one command stands for, as two 32-bit words of 256 commands: small whole numbers, eight blanks, or no value.
 */
function commandWords({ bias, missing, littleEndian }: SavDictionary): Int32Array {
	const words = new Int32Array(512);
	const view = new DataView(words.buffer);
	for (let code = 1; code < END_OF_RECORDS; code++) view.setFloat64(code * UNIT, code - bias, littleEndian);
	new Uint8Array(words.buffer).fill(0x20, BLANKS * UNIT, (BLANKS + 1) * UNIT);
	view.setFloat64(MISSING * UNIT, missing, littleEndian);
	return words;
}

/** Bytecode made into uncompressed records: eight commands of one byte, then the eight bytes of each raw command. */
export class BytecodeInput implements ByteInput {
	readonly #packed: ByteInput;
	readonly #known: Int32Array;
	readonly #bytes = new Uint8Array(INPUT_BYTES);
	readonly #words = new Int32Array(this.#bytes.buffer);
	/** Units of the input that are read, and used. */
	#units = 0;
	#used = 0;
	/** Place of the next command in the input, and how many of its eight are left. */
	#command = 0;
	#left = 0;
	#ended = false;

	constructor(packed: ByteInput, dictionary: SavDictionary) {
		this.#packed = packed;
		this.#known = commandWords(dictionary);
	}

	/** @param target of a whole number of units, and aligned to 4 bytes */
	read(target: Uint8Array): number {
		const words = new Int32Array(target.buffer, target.byteOffset, target.length / 4);
		let at = 0;
		while (at < words.length && !this.#ended) {
			if (this.#left === 0 && !this.#nextCommands()) break;
			const code = this.#bytes[this.#command++]!;
			this.#left--;
			if (code === RAW) {
				const from = 2 * this.#rawUnit();
				words[at] = this.#words[from]!;
				words[at + 1] = this.#words[from + 1]!;
				at += 2;
			} else if (code === END_OF_RECORDS) {
				this.#ended = true;
			} else if (code !== 0) {
				words[at] = this.#known[2 * code]!;
				words[at + 1] = this.#known[2 * code + 1]!;
				at += 2;
			}
		}
		return at * 4;
	}

	/** Goes to the next eight commands. @returns false at the end of the input */
	#nextCommands(): boolean {
		if (this.#used === this.#units && !this.#refill(0)) return false;
		this.#command = UNIT * this.#used++;
		this.#left = UNIT;
		return true;
	}

	#rawUnit(): number {
		// The commands under way move to the start of the input, so that what follows them fits.
		if (this.#used === this.#units && !this.#refill(1)) throw new DamagedFileError('it ends within a record');
		return this.#used++;
	}

	/** Reads on behind the given number of units, 0 or 1, that hold the commands under way. */
	#refill(kept: number): boolean {
		if (kept === 1) {
			const start = this.#command - (UNIT - this.#left);
			this.#bytes.copyWithin(0, start, start + UNIT);
			this.#command -= start;
		}
		const read = this.#packed.read(this.#bytes.subarray(kept * UNIT));
		if (read % UNIT !== 0) throw new DamagedFileError('it ends within a record');
		this.#units = kept + read / UNIT;
		this.#used = kept;
		return read > 0;
	}
}
