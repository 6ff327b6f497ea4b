import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import { InputError } from '../../errors.ts';
import { DamagedFileError } from './byte-reader.ts';
import { readDictionary } from './dictionary.ts';
import { A, F, fileByHand } from './testing/by-hand.ts';
import { readAll } from './testing/read-all.ts';
import { readHere } from './testing/read-here.ts';
import {
	bytecode,
	bytesOf,
	info,
	savBytes,
	variable,
	zlibParts,
	type Part,
	type SavBytes
} from './testing/sav-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-sav-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'file.sav');
const write = (bytes: Uint8Array): string => {
	writeFileSync(path, bytes);
	return path;
};

const KINDS = ['none', 'bytecode', 'zlib'] as const;
const whole = [false, true].flatMap((bigEndian) => KINDS.map((kind) => fileByHand(kind, bigEndian)));

/** Whether the file reads; anything but the two errors for damaged files fails the test. */
function reads(bytes: Uint8Array): boolean {
	try {
		readHere(write(bytes));
		return true;
	} catch (error) {
		if (error instanceof InputError || error instanceof DamagedFileError) return false;
		throw error;
	}
}

describe('a damaged file', () => {
	it('is refused wherever it is cut off', () => {
		for (const bytes of whole) {
			expect(reads(bytes)).toBe(true);
			// A step that no length of a part divides, so that cuts fall at every kind of place.
			const lengths = Array.from({ length: bytes.length / 7 }, (_, i) => bytes.length - 1 - 7 * i);
			const read = lengths.filter((length) => reads(bytes.subarray(0, length)));
			expect(read).toEqual([]);
		}
	});

	it('gives one of two errors, whatever bytes are changed', () => {
		const byte = fc.integer({ min: 0, max: 255 });
		const place = fc.nat(100_000);
		const bytesAt = fc.record({ place, bytes: fc.array(byte, { minLength: 1, maxLength: 4 }) });
		// Numbers that a length or a place must not be, in either byte order.
		const extreme = fc.constantFrom([255, 255, 255, 127], [127, 255, 255, 255], [0, 0, 0, 128], [128, 0, 0, 0]);
		const change = fc.oneof(bytesAt, fc.record({ place, bytes: extreme }));
		const before = process.memoryUsage().rss;
		let read = 0;
		const property = fc.property(
			fc.constantFrom(...whole),
			fc.array(change, { minLength: 1, maxLength: 4 }),
			(file, all) => {
				const bytes = Buffer.from(file);
				for (const { place: at, bytes: some } of all) bytes.set(some, at % (bytes.length - 4));
				if (reads(bytes)) read++;
			}
		);
		fc.assert(property, { numRuns: 3000 });
		expect(process.memoryUsage().rss - before).toBeLessThan(256 << 20);
		// Both happen: values may change, and the rest of the file still read.
		expect(read).toBeGreaterThan(100);
		expect(read).toBeLessThan(2900);
	});
});

describe('damaged records', () => {
	const plain = (more: Partial<SavBytes>): Buffer =>
		savBytes({ dictionary: [...variable('A', 0, F), ...variable('B', 8, A)], records: [], ...more });
	const record: Part[] = [{ f64: [1] }, 'CANARY7 '];

	it('are told in a sentence of their own, without a value', async () => {
		const packed = bytecode([101, 'CANARY7 ', 252], false);
		// The commands of one record and a half, whether the end is told or the file just stops, and whatever number it says.
		const half = [101, 'CANARY7 ', 102];
		const halves = [half, [...half, 252]].flatMap((commands) =>
			[-1, 1, 2].map((cases): [Buffer, RegExp] => [
				plain({ compression: 1, records: [{ bytes: bytecode(commands, false) }], cases }),
				/ends within a record/
			])
		);
		const faults: [Buffer, RegExp][] = [
			...halves,
			[plain({ records: [...record, { f64: [1] }] }), /ends within a record/],
			[plain({ records: record, cases: 2 }), /another number of records/],
			[plain({ records: [...record, ...record], cases: 1 }), /another number of records/],
			[plain({ compression: 1, records: [{ bytes: packed.subarray(0, 8) }] }), /ends within a record/],
			[plain({ compression: 1, records: [{ bytes: packed }], cases: 2 ** 31 - 1 }), /another number of records/]
		];
		for (const [bytes, words] of faults) {
			const error: Error = await readAll(write(bytes)).then(
				() => expect.fail('no error'),
				(e: Error) => e
			);
			expect(error).toBeInstanceOf(UnreadableDataError);
			expect(error.message).toMatch(words);
			expect(error.message).toMatch(/^file\.sav: /);
			expect(error.message).not.toContain('CANARY7');
		}
	});

	it('texts that are no UTF-8 are counted, and get replacement characters', () => {
		const utf8 = (...texts: string[]) =>
			savBytes({
				dictionary: [...variable('B', 8, A), ...info(20, 1, 5, 'UTF-8')],
				records: texts.map((text) => text.padEnd(8))
			});
		expect(readHere(write(utf8('a', '\xe9t\xe9', '\xc3\xa9', '\xf0\x9f')))).toMatchObject({
			rows: [['a'], ['\ufffdt\ufffd'], ['é'], ['\ufffd']],
			invalidTexts: 2
		});
		// In Windows-1252 any byte is a character.
		expect(readHere(write(plain({ records: ['\xe9       '.repeat(2)] }))).invalidTexts).toBe(0);
	});
});

describe('a packed file', () => {
	const head = { magic: '$FL3', compression: 2, dictionary: variable('A', 0, F) };
	const start = savBytes({ ...head, records: [] }).length;
	const packed = (parts: Part[]) => write(savBytes({ ...head, records: parts }));
	const good = zlibParts(Buffer.alloc(64, 101), start, 64);
	const bytes = bytesOf(good, false);

	it('reads when its list of blocks is right, and not when it is wrong', () => {
		expect(readHere(packed(good)).rows).toHaveLength(64 - 8 + 8);
		const trailer = Number(bytes.readBigInt64LE(8)) - start;
		// Places of: the header, the trailer, its length; the number of blocks, where a block is, and its two lengths.
		const longs = [0, 8, 16, trailer + 24 + 8];
		const ints = [trailer + 20, trailer + 24 + 16, trailer + 24 + 20];
		for (const value of [-1, 0, 1, 1000, 2 ** 31 - 1]) {
			for (const at of longs) {
				const changed = Buffer.from(bytes);
				changed.writeBigInt64LE(BigInt(value), at);
				expect(() => readHere(packed([{ bytes: changed }]))).toThrow(DamagedFileError);
			}
			for (const at of ints.slice(value === 1 ? 1 : 0)) {
				const changed = Buffer.from(bytes);
				changed.writeInt32LE(value, at);
				expect(() => readHere(packed([{ bytes: changed }]))).toThrow(DamagedFileError);
			}
		}
	});

	it('is refused before it unpacks to more than is plausible', () => {
		const block = deflateSync(Buffer.alloc(1 << 24, 101));
		const blocks = 20;
		const trailerAt = start + 24 + blocks * block.length;
		const parts: Part[] = [
			{ i64: [start, trailerAt, 24 + 24 * blocks] },
			...new Array<Part>(blocks).fill({ bytes: block }),
			{ i64: [-100, 0] },
			{ i32: [1 << 24, blocks] },
			...Array.from({ length: blocks }, (_, i): Part[] => [
				{ i64: [0, start + 24 + i * block.length] },
				{ i32: [1 << 24, block.length] }
			]).flat()
		];
		expect(() => readHere(packed(parts))).toThrow(/more than is plausible/);
	});

	it('is refused when a block holds more than it says', () => {
		const block = deflateSync(Buffer.alloc(1 << 24, 101));
		const parts: Part[] = [
			{ i64: [start, start + 24 + block.length, 48] },
			{ bytes: block },
			{ i64: [-100, 0] },
			{ i32: [64, 1] },
			{ i64: [0, start + 24] },
			{ i32: [64, block.length] }
		];
		expect(() => readHere(packed(parts))).toThrow(/cannot be unpacked/);
		expect(readDictionary(path).compression).toBe('zlib');
	});
});
