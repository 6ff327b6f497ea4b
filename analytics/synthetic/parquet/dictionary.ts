import type { Encoded, Encoder, Numbers } from './encode.ts';
import { ENCODING } from './metadata.ts';
import { varint } from './thrift.ts';

/** Half of the places of the table of numbers stay free. */
const FIRST_SIZE = 1 << 8;

/** Columns with few different values: each value once, and of each row the place of its value in as few bits as that takes. */
export class DictionaryEncoder implements Encoder {
	readonly #text: ((value: number) => string) | null;
	readonly #places: Int32Array;
	#rows = 0;
	/** The values in the order in which they came. */
	#values: number[] = [];
	/** Open addressing: numbers, and their places plus one; 0 is free. */
	#keys = new Int32Array(FIRST_SIZE);
	#found = new Int32Array(FIRST_SIZE);

	/** @param text what stands in the file; null for the number itself */
	constructor(text: ((value: number) => string) | null, room: ArrayBuffer) {
		this.#text = text;
		this.#places = new Int32Array(room);
	}

	add(numbers: Numbers, rows: number): void {
		const places = this.#places;
		let at = this.#rows;
		let last = NaN;
		let place = 0;
		for (let i = 0; i < rows; i++) {
			const value = numbers[i]!;
			if (value !== last) {
				last = value;
				place = this.#placeOf(value);
			}
			places[at++] = place;
		}
		this.#rows = at;
	}

	#placeOf(value: number): number {
		const slot = this.#slot(value);
		const found = this.#found[slot]!;
		if (found > 0) return found - 1;
		this.#keys[slot] = value;
		this.#found[slot] = this.#values.push(value);
		if (2 * this.#values.length > this.#keys.length) this.#grow();
		return this.#values.length - 1;
	}

	#slot(value: number): number {
		const mask = this.#keys.length - 1;
		let slot = (Math.imul(value, 0x9e3779b1) >>> 15) & mask;
		while (this.#found[slot]! > 0 && this.#keys[slot] !== value) slot = (slot + 1) & mask;
		return slot;
	}

	#grow(): void {
		const size = 2 * this.#keys.length;
		this.#keys = new Int32Array(size);
		this.#found = new Int32Array(size);
		for (const [place, value] of this.#values.entries()) {
			const slot = this.#slot(value);
			this.#keys[slot] = value;
			this.#found[slot] = place + 1;
		}
	}

	end(): Encoded {
		const values = this.#values.map((value) => this.#plain(value));
		const [least, most] = this.#text === null ? this.#extremes() : extremes(values);
		const encoded = {
			encoding: ENCODING.dictionary,
			dictionary: {
				values: values.length,
				bytes: Buffer.concat(this.#text === null ? values : values.flatMap(measured))
			},
			data: this.#packed(),
			least,
			most
		};
		this.#rows = 0;
		this.#values = [];
		this.#found.fill(0);
		return encoded;
	}

	#extremes(): [Buffer, Buffer] {
		let [least, most] = [Infinity, -Infinity];
		for (const value of this.#values) {
			least = Math.min(least, value);
			most = Math.max(most, value);
		}
		return [this.#plain(least), this.#plain(most)];
	}

	#plain(value: number): Buffer {
		if (this.#text !== null) return Buffer.from(this.#text(value));
		const bytes = Buffer.alloc(4);
		bytes.writeInt32LE(value);
		return bytes;
	}

	/** One run: of one value, or of places packed in groups of eight. */
	#packed(): Uint8Array[] {
		const rows = this.#rows;
		if (this.#values.length === 1) return [Uint8Array.from([1, ...varint(2 * rows), 0])];
		const width = 32 - Math.clz32(this.#values.length - 1);
		const groups = Math.ceil(rows / 8);
		this.#places.fill(0, rows, 8 * groups);
		return [Uint8Array.from([width, ...varint(2 * groups + 1)]), packed(this.#places, 8 * groups, width)];
	}
}

/** The first and last text in the order of bytes. */
function extremes(texts: readonly Buffer[]): [Buffer, Buffer] {
	let [least, most] = [texts[0]!, texts[0]!];
	for (const text of texts) {
		if (text.compare(least) < 0) least = text;
		if (text.compare(most) > 0) most = text;
	}
	return [least, most];
}

function measured(text: Buffer): Buffer[] {
	const length = Buffer.alloc(4);
	length.writeInt32LE(text.length);
	return [length, text];
}

/** Numbers of `width` bits one after the other, the lowest bit first; in their own memory, of which they take less than before. */
function packed(numbers: Int32Array, count: number, width: number): Uint8Array {
	const bytes = new Uint8Array(numbers.buffer, 0, (count * width) / 8);
	let at = 0;
	let held = 0;
	let bits = 0;
	for (let i = 0; i < count; i++) {
		held |= numbers[i]! << bits;
		bits += width;
		for (; bits >= 8; bits -= 8) {
			bytes[at++] = held;
			held >>>= 8;
		}
	}
	return bytes;
}
