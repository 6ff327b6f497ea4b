import { inflateSync } from 'node:zlib';
import type { ByteInput, FileInput } from './byte-inputs.ts';
import { DamagedFileError } from './byte-reader.ts';

const HEADER_BYTES = 24;
const BLOCK_ENTRY_BYTES = 24;
/** SPSS writes blocks of 4 MB. */
const BLOCK_BYTES = 1 << 24;
const MOST_BLOCKS = 1 << 20;
/** What a file may unpack to: bytecode packs ten to one at best, a bomb packs a thousand to one. */
const MOST_BYTES = 1 << 28;
const MOST_TIMES = 100;

interface Block {
	readonly at: number;
	readonly packed: number;
	readonly unpacked: number;
}

/** The bytes of a .zsav file behind its dictionary, unpacked block by block. */
export class ZlibInput implements ByteInput {
	readonly #file: FileInput;
	readonly #blocks: readonly Block[];
	#next = 0;
	#rest: Uint8Array = new Uint8Array(0);

	/** @throws DamagedFileError when the list of blocks is wrong, or promises more than the limit */
	constructor(file: FileInput, start: number, littleEndian: boolean) {
		this.#file = file;
		this.#blocks = blockList(file, start, littleEndian);
		const total = this.#blocks.reduce((sum, block) => sum + block.unpacked, 0);
		if (total > Math.max(MOST_BYTES, MOST_TIMES * file.size))
			throw new DamagedFileError('its records unpack to more than is plausible');
	}

	read(target: Uint8Array): number {
		let done = 0;
		while (done < target.length) {
			if (this.#rest.length === 0) {
				const block = this.#blocks[this.#next++];
				if (block === undefined) break;
				this.#rest = unpack(this.#file, block);
			}
			const part = this.#rest.subarray(0, target.length - done);
			target.set(part, done);
			done += part.length;
			this.#rest = this.#rest.subarray(part.length);
		}
		return done;
	}
}

/** The blocks follow each other from the header to the trailer that lists them. */
function blockList(file: FileInput, start: number, littleEndian: boolean): Block[] {
	const header = numbers(file.bytesAt(start, HEADER_BYTES), littleEndian);
	const [headerAt, trailerAt, trailerBytes] = [header.long(0), header.long(8), header.long(16)];
	const count = (trailerBytes - HEADER_BYTES) / BLOCK_ENTRY_BYTES;
	if (headerAt !== start || !Number.isInteger(count) || count < 0 || count > MOST_BLOCKS)
		throw new DamagedFileError('its list of packed blocks is wrong');
	const trailer = numbers(file.bytesAt(trailerAt, trailerBytes), littleEndian);
	const blocks: Block[] = [];
	let at = start + HEADER_BYTES;
	for (let i = 0; i < count; i++) {
		const entry = HEADER_BYTES + i * BLOCK_ENTRY_BYTES;
		const [unpacked, packed] = [trailer.int(entry + 16), trailer.int(entry + 20)];
		const possible = unpacked > 0 && unpacked <= BLOCK_BYTES && packed > 0 && packed <= 2 * BLOCK_BYTES;
		if (trailer.long(entry + 8) !== at || !possible) throw new DamagedFileError('its list of packed blocks is wrong');
		blocks.push({ at, packed, unpacked });
		at += packed;
	}
	if (at !== trailerAt || trailer.int(20) !== count) throw new DamagedFileError('its list of packed blocks is wrong');
	return blocks;
}

function numbers(bytes: Buffer, littleEndian: boolean) {
	return {
		int: (at: number) => (littleEndian ? bytes.readInt32LE(at) : bytes.readInt32BE(at)),
		/** A place or a length. @throws DamagedFileError when it cannot be one */
		long(at: number): number {
			const value = Number(littleEndian ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at));
			if (value < 0 || !Number.isSafeInteger(value)) throw new DamagedFileError('its list of packed blocks is wrong');
			return value;
		}
	};
}

function unpack(file: FileInput, { at, packed, unpacked }: Block): Uint8Array {
	const bytes = file.bytesAt(at, packed);
	try {
		const block = inflateSync(bytes, { maxOutputLength: unpacked });
		if (block.length === unpacked) return block;
	} catch {
		// Told below: the message of the library is about bytes.
	}
	throw new DamagedFileError('a packed block cannot be unpacked');
}
