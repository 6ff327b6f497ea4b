import { closeSync, mkdtempSync, openSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { sql } from 'kysely';
import { afterAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { specSchema } from '../contract/spec.ts';
import { UnreadableDataError } from '../engine/engine-error.ts';
import { openEngine, type Engine } from '../engine/engine.ts';
import { publicDomain } from '../specification/domain.ts';
import { openDataFile } from './data-file.ts';
import { loaded } from './load.ts';
import { fileRows } from './rows.ts';
import { writeSav, type SavColumn, type SavOptions } from './sav/write.ts';
import { tableAnalysisFile } from './table-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-load-'));
afterAll(() => rmSync(folder, { recursive: true }));
let engine: Engine;
beforeEach(async () => {
	engine = await openEngine({ readable: [folder], threads: 1 });
});
afterEach(() => engine.close());

const columns: SavColumn[] = [
	{ name: 'Key', type: 'text', width: 9 },
	{ name: 'place', type: 'text', width: 20 },
	{ name: 'income', type: 'number', width: 8 }
];
const PLACES = ['Súdwest-Fryslân', "'s-Gravenhage", '', 'Aa'];
const INCOMES = [-5, 0, 12.5, 12.75, 99_999_999_999, null, 7];
const rows = Array.from(
	{ length: 5000 },
	(_, i) => [String(i >> 1).padStart(9, '0'), PLACES[i % 4]!, INCOMES[i % 7]!] as const
);

async function savFile(
	name: string,
	options: SavOptions = { compression: 'none', encoding: 'utf-8' }
): Promise<string> {
	const path = join(folder, name);
	const income = Float64Array.from(rows, ([, , value]) => value ?? NaN);
	const values = [rows.map(([key]) => key), rows.map(([, place]) => place), income];
	await writeSav(path, columns, [{ rows: rows.length, columns: values }], options);
	return path;
}

function csvFile(): string {
	const path = join(folder, 'rows.csv');
	writeFileSync(path, ['Key;place;income', ...rows.map((row) => row.join(';'))].join('\n'));
	return path;
}

async function parquetFile(csv: string): Promise<string> {
	const path = join(folder, 'rows.parquet');
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	await connection.run(`copy (select * replace (income::double as income) from read_csv('${csv}', types = {'Key': 'VARCHAR'}))
		to '${path}' (format parquet)`);
	connection.closeSync();
	return path;
}

const relations = async () =>
	(await sql<{ n: bigint }>`select count(*) as n from duckdb_tables()`.execute(engine.db)).rows[0]!.n;

describe('loaded', () => {
	it('leaves csv and parquet as they are', async () => {
		const csv = csvFile();
		for (const path of [csv, await parquetFile(csv)]) {
			const file = await openDataFile(path);
			expect(await loaded(engine, file, ['Key'])).toBe(file);
		}
	});

	it('takes the wanted columns by name, in any case, and leaves out those that are not there', async () => {
		const file = await loaded(engine, await openDataFile(await savFile('a.SAV')), ['INCOME', 'key', 'none']);
		expect(file.columns.map(({ name }) => name)).toEqual(['Key', 'income']);
		const read = await fileRows(
			engine,
			file,
			new Map([
				['KEY', 'key'],
				['Income', 'income']
			])
		).execute();
		expect(read).toHaveLength(rows.length);
		expect(read[5]).toEqual({ position: 6n, key: '000000002', income: null });
		expect(read[4]).toEqual({ position: 5n, key: '000000002', income: '99999999999' });
		expect(read[2]).toEqual({ position: 3n, key: '000000001', income: '12.5' });
	});

	it('counts rows without a column', async () => {
		const file = await loaded(engine, await openDataFile(await savFile('a.sav')), []);
		expect(await fileRows(engine, file, new Map()).execute()).toHaveLength(rows.length);
	});

	it('streams a file once for the same columns, also when they are asked for at once', async () => {
		const file = await openDataFile(await savFile('a.sav'));
		const both = await Promise.all([loaded(engine, file, ['Key', 'place']), loaded(engine, file, ['place'])]);
		expect(both[0].relation).toBe(both[1].relation);
		expect((await loaded(engine, file, ['key'])).relation).toBe(both[0].relation);
		expect(await relations()).toBe(1n);
		expect((await loaded(engine, file, ['income'])).relation).not.toBe(both[0].relation);
		expect(await relations()).toBe(2n);
	});

	it('leaves nothing behind when the records cannot be read, and reads them once they are mended', async () => {
		const path = await savFile('damaged.sav');
		truncateSync(path, statSync(path).size - 1);
		const file = await openDataFile(path);
		await expect(loaded(engine, file, ['key'])).rejects.toThrow(UnreadableDataError);
		expect(await relations()).toBe(0n);
		await savFile('damaged.sav');
		await expect(loaded(engine, file, ['key'])).resolves.toMatchObject({ format: 'relation' });
	});

	it('is what makes a sav file readable', async () => {
		const file = await openDataFile(await savFile('a.sav'));
		expect(() => fileRows(engine, file, new Map([['key', 'key']]))).toThrow(/is loaded before/);
	});
});

describe('a table in any format', () => {
	it('gives the same analysis file', async () => {
		const spec = specSchema.parse({
			id: 'table',
			source: { kind: 'table', file: 'x', unit: 'KEY', where: [{ column: 'income', max: 1e12 }] },
			unit: { kind: 'person', contribution: 1 },
			attributes: {
				place: { column: 'place', codes: PLACES.filter((place) => place !== '') },
				income: { column: 'Income', bins: [-10, 0, 12.5, 12.6, 1e6] }
			},
			tables: [{ by: ['place', 'income'] }],
			budget: { rho: '1' }
		});
		const domain = publicDomain(spec, null, 'x');
		const csv = csvFile();
		const zlib = await savFile('rows.zsav', { compression: 'bytecode', encoding: 'windows-1252' });
		const files = [
			await parquetFile(csv),
			await savFile('plain.sav'),
			await savFile('coded.sav', { compression: 'bytecode', encoding: 'windows-1252' }),
			zlib
		];
		const codes = async (path: string) => {
			const own = await openEngine({ readable: [folder], threads: 1 });
			const { relation } = await tableAnalysisFile(spec, domain, path, own);
			const all = await own.db.selectFrom(relation).selectAll().orderBy('place').orderBy('income').execute();
			await own.close();
			return all;
		};
		const expected = await codes(csv);
		expect(expected.length).toBeGreaterThan(2000);
		expect(new Set(expected.map((row) => JSON.stringify(row))).size).toBeGreaterThan(8);
		for (const path of files) expect(await codes(path)).toEqual(expected);
	});
});

describe('memory', () => {
	const RECORDS = 100_000;

	it('does not grow with a file, but with the wanted columns only', async () => {
		const path = join(folder, 'large.sav');
		const wide: SavColumn[] = [
			{ name: 'number', type: 'number', width: 8 },
			...Array.from({ length: 8 }, (_, i): SavColumn => ({ name: `text${i}`, type: 'text', width: 248 }))
		];
		await writeSav(path, wide, [], { compression: 'none', encoding: 'utf-8' });
		// Records of zeros, which nobody has to hold in memory to write them, and their number in the header.
		truncateSync(path, statSync(path).size + 1992 * RECORDS);
		const header = openSync(path, 'r+');
		writeSync(header, Int32Array.of(RECORDS), 0, 4, 80);
		closeSync(header);
		const before = process.memoryUsage().rss;
		let most = before;
		const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
		const file = await loaded(engine, await openDataFile(path), ['number']);
		clearInterval(watch);
		expect(await fileRows(engine, file, new Map()).execute()).toHaveLength(RECORDS);
		expect(most - before).toBeLessThan(64 << 20);
	});
});
