import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file in an archive: its text in pieces, so that a long one need not be made at once. */
export interface ZipPart {
	readonly name: string;
	readonly text: Iterable<string> | AsyncIterable<string>;
}

interface Packed {
	readonly name: Buffer;
	readonly data: Buffer;
	readonly crc: number;
	/** Bytes before packing. */
	readonly size: number;
}

/** Version of the format that can unpack it: 2.0, deflate. */
const VERSION = 20;
const DEFLATE = 8;
const UTF8 = 1 << 11;
/** 1 January 1980, the first day that the format knows: the same files give the same bytes. */
const DATE = 0x21;

/** Files as a ZIP archive (PKWARE APPNOTE 6.3.10), packed beside the thread that asks. */
export async function zip(parts: readonly ZipPart[]): Promise<Uint8Array<ArrayBuffer>> {
	const bodies: Buffer[] = [];
	const list: Buffer[] = [];
	let at = 0;
	for (const part of parts) {
		const one = await packed(part);
		const head = header(one, 0x04034b50, [VERSION], []);
		list.push(header(one, 0x02014b50, [VERSION, VERSION], [0, 0, 0, 0, 0, at & 0xffff, at >>> 16]));
		bodies.push(head, one.data);
		at += head.length + one.data.length;
	}
	const listed = list.reduce((sum, { length }) => sum + length, 0);
	const end = words([0, 0, list.length, list.length, ...wide(listed), ...wide(at), 0]);
	return new Uint8Array(Buffer.concat([...bodies, ...list, signature(0x06054b50), end]));
}

async function packed({ name, text }: ZipPart): Promise<Packed> {
	let [crc, size] = [0, 0];
	async function* counted() {
		for await (const piece of text) {
			const bytes = Buffer.from(piece);
			crc = crc32(bytes, crc);
			size += bytes.length;
			yield bytes;
		}
	}
	const deflate = createDeflateRaw();
	const [data] = await Promise.all([buffer(deflate), pipeline(Readable.from(counted()), deflate)]);
	return { name: Buffer.from(name), data, crc, size };
}

/** What an archive says of a file, before it and once more in the list at its end. */
function header(part: Packed, kind: number, versions: readonly number[], more: readonly number[]): Buffer {
	const { name, data, crc, size } = part;
	const fields = [UTF8, DEFLATE, 0, DATE, ...wide(crc), ...wide(data.length), ...wide(size), name.length, 0];
	return Buffer.concat([signature(kind), words([...versions, ...fields, ...more]), name]);
}

const wide = (value: number) => [value & 0xffff, value >>> 16];
const signature = (kind: number) => words(wide(kind));

/** Numbers of two bytes, the lower one first. */
function words(values: readonly number[]): Buffer {
	const bytes = Buffer.alloc(2 * values.length);
	for (const [i, value] of values.entries()) bytes.writeUInt16LE(value, 2 * i);
	return bytes;
}
