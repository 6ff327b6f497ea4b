import { ENCODING, type ParquetType } from './metadata.ts';
import { unsigned, varint } from './thrift.ts';

/** Values of one column of a row group, as pages need them. */
export interface Encoded {
	readonly encoding: number;
	/** Of a dictionary: how many values, and these in plain form. */
	readonly dictionary: { readonly values: number; readonly bytes: Uint8Array } | null;
	readonly data: readonly Uint8Array[];
	readonly least: Uint8Array;
	readonly most: Uint8Array;
}

export type Numbers = Int32Array | Float64Array;

/** The most bytes that an encoder needs for a number. */
export const WIDEST = 12;

/** Works in memory that it is given: WIDEST bytes for each number that it takes until it ends. */
export interface Encoder {
	/** Takes the first `rows` of the numbers. */
	add(numbers: Numbers, rows: number): void;
	/** Gives what was taken, and starts anew. */
	end(): Encoded;
}

/** A number in plain form: as wide as its type, the lowest byte first. */
function plain(type: ParquetType, value: number): Buffer {
	if (type !== 'bigint') {
		const bytes = Buffer.alloc(4);
		bytes.writeInt32LE(value);
		return bytes;
	}
	const bytes = Buffer.alloc(8);
	bytes.writeBigInt64LE(BigInt(value));
	return bytes;
}

/** Numbers as they are. */
export class PlainEncoder implements Encoder {
	readonly #type: 'integer' | 'bigint';
	/** Of wide numbers both halves, the lower one first. */
	readonly #words: Int32Array;
	#used = 0;
	#least = Infinity;
	#most = -Infinity;

	constructor(type: 'integer' | 'bigint', room: ArrayBuffer) {
		this.#type = type;
		this.#words = new Int32Array(room);
	}

	add(numbers: Numbers, rows: number): void {
		const words = this.#words;
		const wide = this.#type === 'bigint';
		let least = this.#least;
		let most = this.#most;
		let used = this.#used;
		for (let i = 0; i < rows; i++) {
			const value = numbers[i]!;
			if (value < least) least = value;
			if (value > most) most = value;
			words[used++] = value | 0;
			if (wide) words[used++] = Math.floor(value / 2 ** 32);
		}
		this.#least = least;
		this.#most = most;
		this.#used = used;
	}

	end(): Encoded {
		const encoded = {
			encoding: ENCODING.plain,
			dictionary: null,
			data: [new Uint8Array(this.#words.buffer, 0, 4 * this.#used)],
			least: plain(this.#type, this.#least),
			most: plain(this.#type, this.#most)
		};
		this.#used = 0;
		this.#least = Infinity;
		this.#most = -Infinity;
		return encoded;
	}
}

/** Digits of 0 ... 999, three bytes each. */
const TRIPLES = Buffer.from(Array.from({ length: 1000 }, (_, i) => String(i).padStart(3, '0')).join(''));

function writeSix(bytes: Uint8Array, at: number, value: number): void {
	const high = (value / 1000) | 0;
	writeTriple(bytes, at, high);
	writeTriple(bytes, at + 3, value - 1000 * high);
}

function writeTriple(bytes: Uint8Array, at: number, value: number): void {
	const triple = 3 * value;
	bytes[at] = TRIPLES[triple]!;
	bytes[at + 1] = TRIPLES[triple + 1]!;
	bytes[at + 2] = TRIPLES[triple + 2]!;
}

/** Numbers as texts of a fixed width, with leading zeros: lengths apart from digits (DELTA_LENGTH_BYTE_ARRAY). */
export class DigitsEncoder implements Encoder {
	readonly #width: 9 | 12;
	/** What stands for 0. */
	readonly #none: Buffer;
	readonly #bytes: Uint8Array;
	#used = 0;
	#least = Infinity;
	#most = -Infinity;

	/** @param width 9 or 12 @param none text as wide, not after any digits in the order of bytes */
	constructor(width: 9 | 12, none: string, room: ArrayBuffer) {
		this.#width = width;
		this.#none = Buffer.from(none);
		this.#bytes = new Uint8Array(room);
	}

	add(numbers: Numbers, rows: number): void {
		const bytes = this.#bytes;
		const width = this.#width;
		let least = this.#least;
		let most = this.#most;
		let used = this.#used;
		for (let i = 0; i < rows; i++) {
			const value = numbers[i]!;
			if (value < least) least = value;
			if (value > most) most = value;
			this.#write(bytes, used, value);
			used += width;
		}
		this.#least = least;
		this.#most = most;
		this.#used = used;
	}

	#write(bytes: Uint8Array, from: number, value: number): void {
		if (value === 0) return void bytes.set(this.#none, from);
		// Halves of six digits, which divide as whole numbers of 32 bits.
		const high = Math.floor(value / 1e6);
		writeSix(bytes, from + this.#width - 6, value - 1e6 * high);
		if (this.#width === 12) writeSix(bytes, from, high);
		else writeTriple(bytes, from, high);
	}

	#text(value: number): Uint8Array {
		const bytes = new Uint8Array(this.#width);
		this.#write(bytes, 0, value);
		return bytes;
	}

	end(): Encoded {
		const lengths = sameLengths(this.#used / this.#width, this.#width);
		const encoded = {
			encoding: ENCODING.deltaLength,
			dictionary: null,
			data: [lengths, this.#bytes.subarray(0, this.#used)],
			least: this.#text(this.#least),
			most: this.#text(this.#most)
		};
		this.#used = 0;
		this.#least = Infinity;
		this.#most = -Infinity;
		return encoded;
	}
}

/** Delta-packed lengths that are all the same: blocks of 128 differences, in four parts of no bits each. */
function sameLengths(count: number, length: number): Uint8Array {
	const blocks = Math.ceil((count - 1) / 128);
	const head = [...varint(128), ...varint(4), ...varint(count), ...unsigned(length)];
	return Buffer.concat([Buffer.from(head), Buffer.alloc(5 * blocks)]);
}
