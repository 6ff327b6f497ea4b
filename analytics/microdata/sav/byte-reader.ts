import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What stands in a file goes on after its end, or has a length that cannot be. */
export class DamagedFileError extends Error {}

const BLOCK = 1 << 16;

/** Reads a file from its start, in small pieces and never beyond its end or a limit. */
export class ByteReader {
	readonly size: number;
	littleEndian = true;
	readonly #file: number;
	readonly #end: number;
	#block = Buffer.alloc(0);
	#blockAt = 0;
	#at = 0;

	/** @param limit bytes that may be read at most */
	constructor(path: string, limit: number) {
		this.#file = openSync(path, 'r');
		this.size = fstatSync(this.#file).size;
		this.#end = Math.min(this.size, limit);
	}

	get position(): number {
		return this.#at;
	}

	/** The next bytes; they stay valid until the next call. */
	bytes(length: number): Buffer {
		this.#require(length);
		const from = this.#at - this.#blockAt;
		this.#at += length;
		if (from >= 0 && from + length <= this.#block.length) return this.#block.subarray(from, from + length);
		this.#blockAt = this.#at - length;
		const block = Buffer.alloc(Math.max(length, Math.min(BLOCK, this.#end - this.#blockAt)));
		this.#block = block.subarray(0, readFully(this.#file, block, this.#blockAt));
		if (this.#block.length < length) throw new DamagedFileError('it ends too early');
		return this.#block.subarray(0, length);
	}

	skip(length: number): void {
		this.#require(length);
		this.#at += length;
	}

	int32(): number {
		const bytes = this.bytes(4);
		return this.littleEndian ? bytes.readInt32LE() : bytes.readInt32BE();
	}

	double(): number {
		const bytes = this.bytes(8);
		return this.littleEndian ? bytes.readDoubleLE() : bytes.readDoubleBE();
	}

	close(): void {
		closeSync(this.#file);
	}

	#require(length: number): void {
		if (!(length >= 0)) throw new DamagedFileError('it holds a length below 0');
		if (this.#at + length > this.#end) throw new DamagedFileError('it ends too early');
	}
}

/** Fills the target as far as the file goes. @returns number of bytes */
export function readFully(file: number, target: Uint8Array, position: number): number {
	let done = 0;
	while (done < target.length) {
		const read = readSync(file, target, done, target.length - done, position + done);
		if (read === 0) break;
		done += read;
	}
	return done;
}
