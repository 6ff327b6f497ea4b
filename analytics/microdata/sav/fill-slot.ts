import { dateNumber } from './date.ts';
import type { SavDictionary } from './dictionary.ts';
import { SHORT_BYTES, type SlotColumn, type SlotLayout } from './slot.ts';
import { textEnd, TextReader } from './text-reader.ts';
import type { SavVariable } from './variables.ts';

/** Makes columns of uncompressed records. */
export class SlotFiller {
	readonly #dictionary: SavDictionary;
	readonly #variables: readonly SavVariable[];
	readonly #layout: SlotLayout;
	readonly #records: Buffer;
	readonly #view: DataView;
	readonly #texts: TextReader;

	/** @param records where the records stand, `layout.rows` of them at most */
	constructor(
		dictionary: SavDictionary,
		variables: readonly SavVariable[],
		layout: SlotLayout,
		records: Uint8Array<ArrayBuffer>
	) {
		this.#dictionary = dictionary;
		this.#variables = variables;
		this.#layout = layout;
		this.#records = Buffer.from(records.buffer, records.byteOffset, records.length);
		this.#view = new DataView(records.buffer, records.byteOffset, records.length);
		this.#texts = new TextReader(dictionary.codePage);
	}

	/** Texts so far that are not valid in the code page of the file. */
	get invalidTexts(): number {
		return this.#texts.invalid;
	}

	fill(slot: SharedArrayBuffer, rows: number): void {
		for (const [i, variable] of this.#variables.entries()) {
			const column = this.#layout.columns[i]!;
			if (variable.kind === 'text') this.#fillTexts(slot, column, variable, rows);
			else this.#fillNumbers(slot, column, variable, rows);
		}
	}

	#fillNumbers(slot: SharedArrayBuffer, column: SlotColumn, { kind, pieces }: SavVariable, rows: number): void {
		const { littleEndian, missing, recordBytes } = this.#dictionary;
		const numbers = new Float64Array(slot, column.values, rows);
		const valid = new Int32Array(slot, column.more, 2 * Math.ceil(rows / 64)).fill(0);
		for (let row = 0, at = pieces[0]!.offset; row < rows; row++, at += recordBytes) {
			const number = this.#view.getFloat64(at, littleEndian);
			const value = kind === 'date' ? dateNumber(number) : number;
			if (number === missing || !Number.isFinite(value)) continue;
			numbers[row] = value;
			valid[row >> 5]! |= 1 << (row & 31);
		}
	}

	#fillTexts(slot: SharedArrayBuffer, column: SlotColumn, { pieces }: SavVariable, rows: number): void {
		const { recordBytes } = this.#dictionary;
		const words = new Int32Array(slot, column.values, 4 * rows).fill(0);
		const bytes = Buffer.from(slot, column.values, 16 * rows);
		const longs = Buffer.from(slot, column.more, rows * column.longBytes);
		const { offset, bytes: width } = pieces[0]!;
		for (let row = 0, record = 0; row < rows; row++, record += recordBytes) {
			const length = pieces.length > 1 ? NOT_PLAIN : this.#copyPlain(bytes, 16 * row + 4, record + offset, width);
			if (length !== NOT_PLAIN) {
				words[4 * row] = length;
				continue;
			}
			const text = this.#texts.utf8(this.#records, record, pieces);
			words[4 * row] = text.length > SHORT_BYTES ? -text.length : text.length;
			if (text.length > SHORT_BYTES) text.copy(longs, row * column.longBytes);
			else text.copy(bytes, 16 * row + 4);
		}
	}

	/** Copies a short text of ASCII characters, by far the most common one. @returns its length, or that it is no such text */
	#copyPlain(target: Uint8Array, at: number, from: number, width: number): number {
		const records = this.#records;
		const length = textEnd(records, from, from + width) - from;
		if (length > SHORT_BYTES) return NOT_PLAIN;
		for (let i = from; i < from + length; i++) if (records[i] === 0 || records[i]! >= 0x80) return NOT_PLAIN;
		for (let i = 0; i < length; i++) target[at + i] = records[from + i]!;
		return length;
	}
}

const NOT_PLAIN = -1;
