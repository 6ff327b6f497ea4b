import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DictionaryEncoder } from './dictionary.ts';
import { DigitsEncoder, PlainEncoder, type Numbers } from './encode.ts';
import { LARGEST_BATCH, ParquetWriter, ROOM, newRoom, type ParquetColumn } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'parquet-'));
let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;

/** Writes one column from numbers by row, and gives back the path. */
function written(column: ParquetColumn, rows: number, valueOf: (row: number) => number): string {
	const path = join(folder, `${files++}.parquet`);
	const writer = new ParquetWriter(path, [column]);
	for (let from = 0; from < rows; from += LARGEST_BATCH) {
		const count = Math.min(LARGEST_BATCH, rows - from);
		const batch: Numbers = Float64Array.from({ length: LARGEST_BATCH }, (_, i) => valueOf(from + i));
		writer.add(count, () => batch);
	}
	writer.end();
	writer.close();
	return path;
}

async function query(text: string): Promise<unknown[][]> {
	return (await connection.runAndReadAll(text)).getRowsJson();
}

const text = (encoder: ParquetColumn['encoder']): ParquetColumn => ({ name: 'c', type: 'text', encoder });
const column = async (path: string): Promise<unknown[]> =>
	(await query(`select c from '${path}'`)).map(([value]) => value);

describe('columns', () => {
	it.each([1, 7, 8, 9, 2048, 2049])('of few values keep each of %i rows in its place', async (rows) => {
		const path = written(text(new DictionaryEncoder((value) => `w${value}`, newRoom())), rows, (row) => (row * 7) % 5);
		expect(await column(path)).toEqual(Array.from({ length: rows }, (_, row) => `w${(row * 7) % 5}`));
	});

	it.each([1, 2, 3, 256, 257, 20_000])('of %i different values keep them over row groups', async (different) => {
		const valueOf = (row: number): number => 20_000_101 + ((row * 7919) % different);
		const rows = 3 * ROOM;
		const path = written(text(new DictionaryEncoder(String, newRoom())), rows, valueOf);
		const [[wrong, seen, groups]] = (await query(`
			select count(*) filter (where c::integer <> 20000101 + (n * 7919) % ${different}), count(distinct c),
				(select count(*) from parquet_metadata('${path}'))
			from (select c, row_number() over () - 1 as n from '${path}')`)) as [unknown[]];
		expect([Number(wrong), Number(seen), Number(groups)]).toEqual([0, different, 4]);
	});

	it('of small numbers are of their type, negatives too', async () => {
		const encoder = new DictionaryEncoder(null, newRoom());
		const path = written({ name: 'c', type: 'tinyint', encoder }, 10, (row) => row - 3);
		expect(await column(path)).toEqual([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
		expect((await query(`select distinct typeof(c) from '${path}'`))[0]).toEqual(['TINYINT']);
	});

	it.each([
		['integer', [0, -1, 2 ** 31 - 1, -(2 ** 31)]],
		['bigint', [0, -1, 9_999_999_999, 99_999_999_999, -(2 ** 40) - 5, 2 ** 32, 2 ** 32 - 1, -(2 ** 32)]]
	] as const)('of type %s hold its extremes', async (type, values) => {
		const path = written(
			{ name: 'c', type, encoder: new PlainEncoder(type, newRoom()) },
			values.length,
			(row) => values[row] ?? 0
		);
		expect((await column(path)).map(Number)).toEqual(values);
		expect((await query(`select distinct typeof(c) from '${path}'`))[0]).toEqual([type.toUpperCase()]);
	});

	it.each([
		[9, [1, 999_999_937, 71, 100_000_000, 0], ['000000001', '999999937', '000000071', '100000000', '---------']],
		[12, [1, 99_999_999_977, 0], ['000000000001', '099999999977', '---------'.padEnd(12, '-')]]
	] as const)('of %i digits have leading zeros, or dashes for 0', async (width, values, texts) => {
		const encoder = new DigitsEncoder(width, '-'.repeat(width), newRoom());
		expect(await column(written(text(encoder), values.length, (row) => values[row] ?? 0))).toEqual(texts);
	});

	it('say their least and most value, by which readers leave groups of rows out', async () => {
		const valueOf = (row: number): number => 10 + (row % 90);
		const few = written(text(new DictionaryEncoder((value) => String(value % 20), newRoom())), 90, valueOf);
		const digits = written(text(new DigitsEncoder(9, '000000000', newRoom())), 90, valueOf);
		const plain = written(
			{ name: 'c', type: 'bigint', encoder: new PlainEncoder('bigint', newRoom()) },
			90,
			(row) => -row
		);
		const range = async (path: string): Promise<unknown> =>
			(await query(`select stats_min_value, stats_max_value from parquet_metadata('${path}')`))[0];
		expect(await range(few)).toEqual(['0', '9']);
		expect(await range(digits)).toEqual(['000000010', '000000099']);
		expect(await range(plain)).toEqual(['-89', '0']);
	});
});

it('ends a file without rows', async () => {
	const path = written(text(new DictionaryEncoder(String, newRoom())), 0, () => 0);
	expect(await column(path)).toEqual([]);
	expect(readFileSync(path).subarray(-4).toString()).toBe('PAR1');
});
