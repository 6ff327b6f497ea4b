import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it } from 'vitest';
import { specSchema, type SpecInput } from '../contract/spec.ts';
import { sql } from 'kysely';
import { openEngine } from '../engine/engine.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { tableAnalysisFile } from '../microdata/table-source.ts';
import { publicDomain } from '../specification/domain.ts';
import { codedRows, type KeptValues } from './coding.ts';

const folder = mkdtempSync(join(tmpdir(), 'voorzicht-coding-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function csv(values: readonly string[]): string {
	const path = join(folder, `${files++}.csv`);
	writeFileSync(path, ['id,x', ...values.map((value, i) => `${i},"${value}"`)].join('\n'));
	return path;
}

/** The analysis file's rows, which come in the order of the file when every row is a unit. */
async function rowsOf(part: Pick<SpecInput, 'attributes'> & Partial<SpecInput>, file: string) {
	const spec = specSchema.parse({
		id: 'coding',
		source: { kind: 'table', file: 'x' },
		unit: { kind: 'person' },
		tables: [{}],
		budget: { rho: '1' },
		...part
	});
	const domain = publicDomain(spec, null, 'x');
	const engine = await openEngine({ readable: [file], threads: 1 });
	try {
		const { relation } = await tableAnalysisFile(spec, domain, file, engine);
		return await engine.db.selectFrom(relation).selectAll().execute();
	} finally {
		await engine.close();
	}
}

describe('groups', () => {
	const attributes = {
		wide: { of: 'narrow', every: 2 },
		income: { column: 'x', bins: [0, 10, 20, 30, 40, 50, 60] },
		narrow: { of: 'income', every: 2 }
	};

	it('hold the positions of their base, whatever it is: bins, then unknown', async () => {
		const rows = await rowsOf(
			{ attributes },
			csv(['0', '9.99', '10', '25', '30', '45', '59', '60', '1e9', '-1', 'x', ''])
		);
		const expected = [0, 0, 1, 2, 3, 4, 5, 6, 6, 7, 7, 7];
		expect(rows.map(({ income }) => income)).toEqual(expected);
		expect(rows.map(({ narrow }) => narrow)).toEqual(expected.map((code) => Math.floor(code / 2)));
		expect(rows.map(({ wide }) => wide)).toEqual(expected.map((code) => Math.floor(code / 4)));
	});

	it('of listed codes and of yes and no are coded alike', async () => {
		const listed = {
			letter: { column: 'x', codes: ['a', 'b', 'c'] },
			pair: { of: 'letter', every: 2 },
			position: { column: 'x', codes: ['c', 'b', 'a', 'd', 'e'] },
			unit_key: { of: 'position', every: 3 }
		};
		const rows = await rowsOf({ attributes: listed }, csv(['a', 'b', 'c', 'd', '']));
		expect(rows.map(({ letter, pair }) => [letter, pair])).toEqual([
			[0, 0],
			[1, 0],
			[2, 1],
			[3, 1],
			[3, 1]
		]);
		expect(rows.map(({ position, unit_key: key }) => [position, key])).toEqual([
			[2, 0],
			[1, 0],
			[0, 0],
			[3, 1],
			[5, 1]
		]);
	});
});

describe('columns that are kept encoded', () => {
	const many = Array.from({ length: 50 }, (_, i) => String(i));
	const attributes = {
		letter: { column: 'letters', codes: ['b', 'a'] },
		digit: { column: 'digits', bins: [0, 5] },
		few: { column: 'numbers', codes: ['2', '1'] },
		looked_up: { column: 'numbers', codes: many },
		half: { column: 'numbers', below: 1.5 }
	};
	const valuesOf: KeptValues = (column) =>
		({ letters: ['a', 'b', 'c'], digits: ['9', '1'], numbers: 'number' as const })[column];

	it('are coded as their texts would be', async () => {
		const spec = specSchema.parse({
			id: 'coding',
			unit: { kind: 'person' },
			attributes,
			amounts: { sum: { column: 'numbers', from: 0, to: 10 } },
			tables: [{}],
			budget: { rho: '1' }
		});
		const engine = await openEngine({ readable: [], threads: 1 });
		try {
			await sql`create table kept as select * from (values (0, 0, 1), (1, 1, 2), (2, 0, 49.5), (null, null, null))
				as kept(letters, digits, numbers)`.execute(engine.db);
			const rows = engine.db.selectFrom('kept').selectAll() as unknown as RowQuery;
			const coded = await codedRows(engine, publicDomain(spec, null, 'x'), rows, (column) => column, [], [], valuesOf);
			expect(await coded.execute()).toEqual([
				{ letter: 1, digit: 1, few: 1, looked_up: 1, half: 0, 'sum-sum': -4n },
				{ letter: 0, digit: 0, few: 0, looked_up: 2, half: 1, 'sum-sum': -3n },
				{ letter: 2, digit: 1, few: 2, looked_up: 50, half: 1, 'sum-sum': 5n },
				{ letter: 2, digit: 2, few: 2, looked_up: 50, half: 2, 'sum-sum': -5n }
			]);
		} finally {
			await engine.close();
		}
	});
});

describe('amounts', () => {
	const amounted = (from: number, to: number) => ({
		attributes: { any: { column: 'x', codes: ['a'] } },
		amounts: { debt: { column: 'x', from, to } }
	});
	const differences = async (from: number, to: number, values: readonly string[]) =>
		(await rowsOf(amounted(from, to), csv(values))).map((row) => row['sum-debt']);

	it('are rounded, half away from zero, then clipped, and told from the centre of the bounds', async () => {
		const values = ['0', '0.49', '0.5', '1.5', '2.5', '-0.5', '-0.49', '-2.5', '10', '10.4', '10.5', '11', '-7'];
		const expected = [0, 0, 1, 2, 3, -1, 0, -3, 10, 10, 10, 10, -4];
		expect(await differences(-4, 10, values)).toEqual(expected.map((value) => BigInt(value - 3)));
	});

	it('that are missing, no number or not finite count as 0, clipped like any other', async () => {
		const values = ['', 'NA', 'x', 'nan', 'NaN', 'inf', '-inf', 'Infinity', '1e400', '-1e400', '12,5', '0x10', '--'];
		expect(await differences(0, 100, values)).toEqual(values.map(() => -50n));
		expect(await differences(20, 100, values)).toEqual(values.map(() => -40n));
		expect(await differences(-100, -20, values)).toEqual(values.map(() => 40n));
	});

	it('of any size stay within the bounds: no value is an error', async () => {
		const values = ['1e308', '-1e308', '9007199254740993', '-9223372036854775809', '18446744073709551616', '1e-320'];
		const { from, to } = { from: -(2 ** 53 - 1), to: 2 ** 53 - 1 };
		expect(await differences(from, to, values)).toEqual([to, from, to, from, to, 0].map(BigInt));
		expect(await differences(0, 7, values)).toEqual([4n, -3n, 4n, -3n, 4n, -3n]);
	});

	it('are read from parquet columns of any number type', async () => {
		const path = join(folder, 'amounts.parquet');
		const connection = await (await DuckDBInstance.create(':memory:')).connect();
		await connection.run(
			`copy (select * from (values (1, 12.5::double, 7::tinyint, 3.25::decimal(9,2)),
			(2, 'nan'::double, null, 99.5::decimal(9,2))) t(id, a, b, c)) to '${path}' (format parquet)`
		);
		connection.closeSync();
		const amounts = Object.fromEntries(['a', 'b', 'c'].map((column) => [column, { column, to: 100 }]));
		const rows = await rowsOf({ attributes: {}, amounts }, path);
		expect(rows).toEqual([
			{ 'sum-a': -37n, 'sum-b': -43n, 'sum-c': -47n },
			{ 'sum-a': -50n, 'sum-b': -50n, 'sum-c': 50n }
		]);
	});
});

it('the analysis file names no unit', async () => {
	const source = { kind: 'table', file: 'x', unit: 'id' } as const;
	const amounts = { b: { column: 'x', to: 9 } };
	const [row] = await rowsOf({ source, attributes: { a: { column: 'x', codes: ['a'] } }, amounts }, csv(['a']));
	expect(Object.keys(row!)).toEqual(['a', 'sum-b']);
});
