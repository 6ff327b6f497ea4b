import { deflateSync } from 'node:zlib';

/**
 * A system file put together byte by byte after the description of the format, in either byte order. It shares nothing with
 * the reader and the writer, so that these cannot be wrong together.
 */
export interface SavBytes {
	readonly bigEndian?: boolean;
	readonly magic?: string;
	readonly compression?: number;
	readonly bias?: number;
	readonly cases?: number;
	readonly weight?: number;
	readonly dictionary: readonly Part[];
	readonly records: readonly Part[];
}

/** Whole numbers of 4 bytes, numbers of 8 bytes, single bytes, or text in latin 1. */
export type Part =
	| { readonly i32: readonly number[] }
	| { readonly i64: readonly number[] }
	| { readonly f64: readonly number[] }
	| { readonly bytes: Uint8Array | readonly number[] }
	| string;

export function savBytes(file: SavBytes): Buffer {
	const header: Part[] = [
		file.magic ?? '$FL2',
		'@(#) SPSS DATA FILE made by hand'.padEnd(60),
		{ i32: [2, -1, file.compression ?? 0, file.weight ?? 0, file.cases ?? -1] },
		{ f64: [file.bias ?? 100] },
		'01 Jan 2420:53:52',
		'a label'.padEnd(64),
		{ bytes: [0, 0, 0] }
	];
	return bytesOf([...header, ...file.dictionary, { i32: [999, 0] }, ...file.records], file.bigEndian ?? false);
}

export function bytesOf(parts: readonly Part[], bigEndian: boolean): Buffer {
	return Buffer.concat(parts.map((part) => bytesOfPart(part, bigEndian)));
}

function bytesOfPart(part: Part, bigEndian: boolean): Buffer {
	if (typeof part === 'string') return Buffer.from(part, 'latin1');
	if ('bytes' in part) return Buffer.from(part.bytes);
	const [values, size] = 'i32' in part ? [part.i32, 4] : 'i64' in part ? [part.i64, 8] : [part.f64, 8];
	const view = new DataView(new ArrayBuffer(values.length * size));
	for (const [i, value] of values.entries()) {
		if ('i32' in part) view.setInt32(i * size, value, !bigEndian);
		else if ('i64' in part) view.setBigInt64(i * size, BigInt(value), !bigEndian);
		else view.setFloat64(i * size, value, !bigEndian);
	}
	return Buffer.from(view.buffer);
}

/** A variable record, and what goes with it. */
export function variable(name: string, width: number, format: number): Part[] {
	const further = Math.max(1, Math.ceil(width / 8)) - 1;
	return [
		{ i32: [2, width, 0, 0, format << 16, format << 16] },
		name.padEnd(8),
		...Array.from({ length: further }, (): Part[] => [{ i32: [2, -1, 0, 0, 0, 0] }, ' '.repeat(8)]).flat()
	];
}

export function info(subtype: number, size: number, count: number, data: Part): Part[] {
	return [{ i32: [7, subtype, size, count] }, data];
}

/** Bytecode: commands as they are, and 8 bytes of a part after the eight commands that its own command 253 is one of. */
export function bytecode(units: readonly (number | Part)[], bigEndian: boolean): Buffer {
	const parts: Part[] = [];
	for (let at = 0; at < units.length; at += 8) {
		const some = units.slice(at, at + 8);
		const commands = some.map((unit) => (typeof unit === 'number' ? unit : 253));
		parts.push({ bytes: [...commands, ...new Array<number>(8 - some.length).fill(0)] });
		parts.push(...some.filter((unit) => typeof unit !== 'number'));
	}
	return bytesOf(parts, bigEndian);
}

/** Bytecode as the blocks of a .zsav file of a dictionary that ends at `start`. */
export function zlibParts(packed: Buffer, start: number, blockBytes: number): Part[] {
	const blocks: { unpacked: number; packed: Buffer }[] = [];
	for (let at = 0; at < packed.length; at += blockBytes) {
		const block = packed.subarray(at, at + blockBytes);
		blocks.push({ unpacked: block.length, packed: deflateSync(block) });
	}
	const bodies = blocks.reduce((sum, block) => sum + block.packed.length, 0);
	let [unpackedAt, packedAt] = [start, start + 24];
	const entries = blocks.flatMap((block): Part[] => {
		const places = [unpackedAt, packedAt];
		unpackedAt += block.unpacked;
		packedAt += block.packed.length;
		return [{ i64: places }, { i32: [block.unpacked, block.packed.length] }];
	});
	return [
		{ i64: [start, start + 24 + bodies, 24 + 24 * blocks.length] },
		...blocks.map((block): Part => ({ bytes: block.packed })),
		{ i64: [-100, 0] },
		{ i32: [blockBytes, blocks.length] },
		...entries
	];
}
