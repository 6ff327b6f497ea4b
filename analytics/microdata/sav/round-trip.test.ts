import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine, type Engine } from '../../engine/engine.ts';
import { readDictionary } from './dictionary.ts';
import { readAll, type Value } from './testing/read-all.ts';
import { readHere } from './testing/read-here.ts';
import { zlibParts, bytesOf } from './testing/sav-bytes.ts';
import { writeSav, type SavColumn, type SavOptions, type SavRows } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-sav-'));
let engine: Engine;
let files = 0;
const newPath = () => join(folder, `${files++}.sav`);
beforeAll(async () => {
	engine = await openEngine({ readable: [folder], threads: 1 });
});
afterAll(async () => {
	await engine.close();
	rmSync(folder, { recursive: true });
});

interface Table {
	readonly columns: readonly SavColumn[];
	readonly rows: readonly (readonly Value[])[];
	readonly options: SavOptions;
}

const CHARACTERS = { 'windows-1252': 'aB0 é€ßÿ\u0081Žž', 'utf-8': 'aB0 é€ßÿŽж漢😀\u0301' };
const encodings = ['utf-8', 'windows-1252'] as const;

const numbers = fc.oneof(fc.integer({ min: -120, max: 170 }), fc.integer(), fc.double(), fc.constant(null));

/** Texts of at most so many bytes. */
function texts(width: number, encoding: SavOptions['encoding']): fc.Arbitrary<string | null> {
	const unit = fc.constantFrom(...CHARACTERS[encoding]);
	const fits = (text: string) => (encoding === 'utf-8' ? Buffer.byteLength(text) : text.length) <= width;
	const text = fc.string({ unit, maxLength: width, size: 'max' }).map((long) => {
		const characters = [...long];
		while (!fits(characters.join(''))) characters.pop();
		return characters.join('');
	});
	return fc.oneof(text, fc.constantFrom('', null));
}

const tables: fc.Arbitrary<Table> = fc
	.record({
		columns: fc.uniqueArray(
			fc.record({
				name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.]{0,30}$/),
				type: fc.constantFrom('text', 'number'),
				width: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.constantFrom(1, 8, 12, 13))
			}),
			{ selector: ({ name }) => name.toLowerCase(), minLength: 1, maxLength: 6 }
		),
		wide: fc.constantFrom(0, 255, 256, 257, 504, 505, 600, 1300),
		compression: fc.constantFrom('none', 'bytecode'),
		encoding: fc.constantFrom(...encodings)
	})
	.chain(({ columns, wide, compression, encoding }) => {
		const all: SavColumn[] = wide === 0 ? columns : [...columns, { name: '_wide', type: 'text', width: wide }];
		const row = fc.tuple(...all.map(({ type, width }) => (type === 'number' ? numbers : texts(width, encoding))));
		return fc.record({
			columns: fc.constant(all),
			rows: fc.array(row, { maxLength: 12 }),
			options: fc.constant({ compression, encoding })
		});
	});

/** The rows in chunks of the given size. */
function* chunks({ columns, rows }: Table, size: number): Generator<SavRows> {
	for (let at = 0; at < rows.length; at += size) {
		const some = rows.slice(at, at + size);
		yield {
			rows: some.length,
			columns: columns.map(({ type }, c) => {
				const values = some.map((row) => row[c]!);
				return type === 'number'
					? Float64Array.from(values, (v) => (v === null ? NaN : Number(v)))
					: (values as string[]);
			})
		};
	}
}

/** What comes back: without blanks at the end of a text, and without what is no number. */
function expected({ columns, rows }: Table): Value[][] {
	return rows.map((row) =>
		row.map((value, c) => {
			if (columns[c]!.type === 'text') return String(value ?? '').replace(/ +$/, '');
			return value === null || !Number.isFinite(value) || value === -Number.MAX_VALUE ? null : value;
		})
	);
}

/** The same file as .zsav. */
function packed(path: string): string {
	const bytes = readFileSync(path);
	const { start } = readDictionary(path);
	const head = Buffer.from(bytes.subarray(0, start));
	head.write('$FL3', 0, 'latin1');
	head.writeInt32LE(2, 72);
	const blocks = bytesOf(zlibParts(bytes.subarray(start), start, 504), false);
	writeFileSync(`${path}.zsav`, Buffer.concat([head, blocks]));
	return `${path}.zsav`;
}

describe('what is written', () => {
	it('reads back, whatever the columns, texts and numbers', async () => {
		await fc.assert(
			fc.asyncProperty(tables, fc.integer({ min: 1, max: 5 }), async (table, size) => {
				const path = newPath();
				await writeSav(path, table.columns, chunks(table, size), table.options);
				const paths = table.options.compression === 'bytecode' ? [path, packed(path)] : [path];
				for (const one of paths)
					expect(readHere(one)).toEqual({
						names: table.columns.map(({ name }) => name),
						rows: expected(table),
						invalidTexts: 0
					});
			}),
			{ numRuns: 300 }
		);
	});

	const columns: SavColumn[] = [
		{ name: 'number', type: 'number', width: 8 },
		{ name: 'short', type: 'text', width: 12 },
		{ name: 'long', type: 'text', width: 30 }
	];
	/** Rows without a rhythm that blocks could follow. */
	const manyRows = (count: number): Value[][] =>
		Array.from({ length: count }, (_, i) => {
			const turn = (i * i * 7919) % 10_007;
			const number = turn % 7 === 0 ? null : turn % 3 === 0 ? turn % 150 : turn / 8;
			return [number, 'abcdefghijkl'.slice(turn % 13), `é${'x'.repeat(turn % 29)}`];
		});

	it.each(['none', 'bytecode'] as const)('reads back over many blocks with compression %s', async (compression) => {
		const table: Table = { columns, rows: manyRows(40_000), options: { compression, encoding: 'windows-1252' } };
		const path = newPath();
		await writeSav(path, columns, chunks(table, 7000), table.options);
		for (const one of compression === 'bytecode' ? [path, packed(path)] : [path]) {
			const { rows } = readHere(one);
			expect(rows).toHaveLength(table.rows.length);
			// One by one: a failing comparison of all would be long.
			const wrong = rows.findIndex((row, i) => row.some((value, c) => value !== table.rows[i]![c]));
			expect(wrong).toBe(-1);
		}
	});

	it('comes into an engine chunk by chunk, in its order', async () => {
		const options: SavOptions = { compression: 'bytecode', encoding: 'utf-8' };
		const table: Table = { columns, rows: manyRows(9000), options };
		const path = newPath();
		await writeSav(path, columns, chunks(table, 4000), options);
		expect((await readAll(path, engine)).rows).toEqual(table.rows);
	});
});

describe('writeSav', () => {
	const write = (columns: SavColumn[], rows: SavRows[], encoding: SavOptions['encoding'] = 'utf-8') =>
		writeSav(newPath(), columns, rows, { compression: 'none', encoding });
	const text = (width: number, name = 'a'): SavColumn => ({ name, type: 'text', width });

	it('refuses what does not fit, without telling the text', async () => {
		const long: SavRows[] = [{ rows: 1, columns: [['CANARY7']] }];
		await expect(write([text(6)], long)).rejects.toThrow(/^column a has a text that is longer than its width$/);
		await expect(write([text(2)], [{ rows: 1, columns: [['€']] }])).rejects.toThrow(/longer/);
		await expect(write([text(2)], [{ rows: 1, columns: [['ж']] }], 'windows-1252')).rejects.toThrow(/lacks/);
		await expect(write([text(2)], [{ rows: 1, columns: [new Float64Array(1)] }])).rejects.toThrow(/another type/);
		await expect(write([text(2)], [{ rows: 2, columns: [['a']] }])).rejects.toThrow(/too short/);
	});

	it('refuses widths and names that a file cannot have', async () => {
		for (const column of [text(0), text(32768), text(1.5), { ...text(41), type: 'number' as const }])
			await expect(write([column], [])).rejects.toThrow(/width/);
		for (const name of ['', 'a b', 'a=b', 'a\tb', 'x'.repeat(65)])
			await expect(write([text(1, name)], [])).rejects.toThrow(/name/);
		await expect(write([text(1, 'ab'), text(1, 'AB')], [])).rejects.toThrow(/name/);
	});
});
