import { closeSync, fstatSync, openSync } from 'node:fs';
import { DamagedFileError, readFully } from './byte-reader.ts';

/** A stream of bytes that is read on demand. */
export interface ByteInput {
	/** Fills the target as far as the stream goes. @returns number of bytes, fewer than asked for at its end only */
	read(target: Uint8Array): number;
}

/** A file from a place on, up to its end or the given one. */
export class FileInput implements ByteInput {
	readonly size: number;
	readonly #file: number;
	#at: number;

	constructor(path: string, start: number) {
		this.#file = openSync(path, 'r');
		this.size = fstatSync(this.#file).size;
		this.#at = start;
	}

	read(target: Uint8Array): number {
		const done = readFully(this.#file, target, this.#at);
		this.#at += done;
		return done;
	}

	/** The bytes at a place, whole. @throws DamagedFileError when the file ends before */
	bytesAt(place: number, length: number): Buffer {
		if (place + length > this.size) throw new DamagedFileError('it ends too early');
		const bytes = Buffer.alloc(length);
		if (readFully(this.#file, bytes, place) < length) throw new DamagedFileError('it ends too early');
		return bytes;
	}

	close(): void {
		closeSync(this.#file);
	}
}
