import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../errors.ts';
import { readDictionary } from './dictionary.ts';
import { A, columnsByHand, F, fileByHand, rowsByHand } from './testing/by-hand.ts';
import { readAll } from './testing/read-all.ts';
import { readHere } from './testing/read-here.ts';
import { bytecode, info, savBytes, variable, type Part } from './testing/sav-bytes.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-sav-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
function write(bytes: Buffer): string {
	const path = join(folder, `${files++}.sav`);
	writeFileSync(path, bytes);
	return path;
}

describe.each([false, true])('a system file made by hand, big-endian: %s', (bigEndian) => {
	it.each(['none', 'bytecode', 'zlib'] as const)('reads with compression %s', async (kind) => {
		const { file, rows } = await readAll(write(fileByHand(kind, bigEndian)));
		expect(file.columns).toEqual(columnsByHand);
		expect(rows).toEqual(rowsByHand);
	});

	it('reads packed blocks of any size', () => {
		for (const size of [1, 7, 8, 4096])
			expect(readHere(write(fileByHand('zlib', bigEndian, size))).rows).toEqual(rowsByHand);
	});

	it('knows its own bias and its own number for no value', () => {
		const records: Part[] = [{ bytes: bytecode([57, 60, 255, { f64: [0.5] }], bigEndian) }];
		const dictionary = [...variable('A', 0, F), ...info(4, 8, 3, { f64: [7, 8, 6] })];
		const file = savBytes({ bigEndian, compression: 1, bias: 50, dictionary, records });
		expect(readHere(write(file)).rows).toEqual([[null], [10], [null], [0.5]]);
	});
});

describe('readDictionary', () => {
	const named = (name: string, more: Part[] = []) =>
		write(savBytes({ dictionary: [...variable('A', 0, F), ...more, ...info(20, 1, name.length, name)], records: [] }));

	it('takes the name of the encoding before the number of a code page', () => {
		const integers = info(3, 4, 8, { i32: [1, 0, 0, -1, 1, 1, 2, 1252] });
		expect(readDictionary(named('UTF-8', integers)).codePage).toBe('utf-8');
		expect(readDictionary(named('windows-1252')).codePage).toBe('windows-1252');
		expect(readDictionary(named('ISO-8859-1')).codePage).toBe('windows-1252');
		const numbered = (code: number) =>
			write(
				savBytes({
					dictionary: [...variable('A', 0, F), ...info(3, 4, 8, { i32: [1, 0, 0, -1, 1, 1, 2, code] })],
					records: []
				})
			);
		expect(readDictionary(numbered(65001)).codePage).toBe('utf-8');
		expect(readDictionary(numbered(1252)).codePage).toBe('windows-1252');
		expect(readDictionary(write(savBytes({ dictionary: variable('A', 0, F), records: [] }))).codePage).toBe(
			'windows-1252'
		);
	});

	it('refuses what it does not read, in a sentence of its own', () => {
		const short = (dictionary: Part[], more = {}) => write(savBytes({ dictionary, records: [], ...more }));
		const refused: [string, RegExp][] = [
			[named('Shift_JIS'), /another code page than UTF-8 or Windows-1252/],
			[named('EBCDIC-US'), /another code page/],
			[write(Buffer.from('CANARY7 and some more')), /no SPSS system file/],
			[write(Buffer.from('$F')), /no SPSS system file/],
			[short([]), /has no variables/],
			[short(variable('A', 0, F), { compression: 3 }), /kind of compression/],
			[short(variable('A', 0, F), { compression: 2 }), /kind of compression/],
			[short(variable('A', 0, F), { bias: NaN }), /no bias/],
			[short(variable('A', 256, A)), /impossible width/],
			[short([{ i32: [2, 9, 0, 0, 0, 0] }, 'A       ']), /not together/],
			[short([{ i32: [2, -1, 0, 0, 0, 0] }, 'A       ']), /not together/],
			[short([{ i32: [2, 0, 2, 0, 0, 0] }, 'A       ']), /unknown form/],
			[short([{ i32: [2, 0, 0, 4, 0, 0] }, 'A       ']), /unknown form/],
			[short([{ i32: [2, 0, 1, 0, 0, 0] }, 'A       ', { i32: [-5] }]), /below 0/],
			[short([...variable('A', 0, F), { i32: [3, 2_000_000_000] }]), /too early/],
			[short([...variable('A', 0, F), { i32: [3, -1] }]), /below 0/],
			[short([...variable('A', 0, F), { i32: [3, 0, 5] }]), /no variable/],
			[short([...variable('A', 0, F), { i32: [7, 99, 2 ** 31 - 1, 2 ** 31 - 1] }]), /too early/],
			[short([...variable('A', 0, F), { i32: [8, 0] }]), /unknown kind/],
			[short([...variable('A', 255, A), ...info(14, 1, 9, 'A=00300\0\t')]), /segments/],
			[short([...variable('A', 255, A), ...variable('B', 0, F), ...info(14, 1, 9, 'A=00300\0\t')]), /segments/],
			[short([...variable('A', 255, A), ...variable('B', 8, A), ...info(14, 1, 9, 'A=00300\0\t')]), /too short/],
			[short(Array.from({ length: 1001 }, (_, i) => variable(`V${i}`, 0, F)).flat()), /more than 1000 columns/],
			[short(Array.from({ length: 4097 }, (_, i) => variable(`V${i}`, 255, A)).flat()), /longer than 1048576 bytes/]
		];
		for (const [path, words] of refused) {
			expect(() => readDictionary(path)).toThrow(InputError);
			expect(() => readDictionary(path)).toThrow(words);
			expect(() => readDictionary(path)).not.toThrow(/CANARY7/);
		}
	});
});
