import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { cbsTables } from '../tables/all-tables.ts';
import { tinyDebts } from './tiny-debts.ts';
import { tinyIncomes } from './tiny-incomes.ts';
import { tinyRegisters } from './tiny-registers.ts';
import { tinySpells } from './tiny-spells.ts';
import { tinyStapmon } from './tiny-stapmon.ts';
import type { TinyTables } from './tiny-world.ts';

export type { TinyTables } from './tiny-world.ts';

/**
 * Every table that CBS makes of three invented households, for tests: yearly tables of each year, and registers up to the last
 * one. H1: a couple, low income since 2022, one of them unemployed and in debt since 2023. H2: an entrepreneur, widowed in
 * March 2022, in debt until that year. H3: the couple's child of 18 in May 2021, of whom income and debts are unknown.
 */
export function tinyTables(years: readonly number[] = [2023]): TinyTables {
	const last = Math.max(...years);
	const yearly = years.flatMap((year) => [tinyIncomes(year), tinySpells(year), tinyDebts(year)]);
	return Object.assign({}, tinyRegisters(last), ...yearly) as TinyTables;
}

export function writeTables(dir: string, tables: TinyTables): void;
export function writeTables(dir: string, tables: TinyTables, format: 'parquet'): Promise<void>;
/** Writes each table as csv with semicolons, or as parquet, with numbers where the table has numbers. */
export function writeTables(dir: string, tables: TinyTables, format?: 'parquet'): void | Promise<void> {
	if (format === 'parquet') return writeParquet(dir, tables);
	for (const [name, rows] of Object.entries(tables)) {
		const columns = columnsOf(name, rows);
		const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(';'));
		writeFileSync(join(dir, `${name}.csv`), [columns.join(';'), ...lines, ''].join('\n'));
	}
}

/** The columns of a table; of one without rows those that it has in the tiny tables. */
function columnsOf(name: string, rows: TinyTables[string]): string[] {
	if (rows[0] !== undefined) return Object.keys(rows[0]);
	const year = Number(/20\d{2}/.exec(name)?.[0]);
	const known: TinyTables = { ...tinyStapmon(year), ...tinyTables([year]) };
	// In a year that no spell touches, the columns of one that some do.
	const [row] = known[name]?.length ? known[name] : (tinyTables([2022])[name.replace(String(year), '2022')] ?? []);
	if (row === undefined) throw new RangeError(`${name} has no rows, and is no tiny table`);
	return Object.keys(row);
}

const NUMBERS = ['amount', 'count', 'percentage'];

async function writeParquet(dir: string, tables: TinyTables): Promise<void> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	for (const [name, rows] of Object.entries(tables)) {
		const types = cbsTables.find((table) => table.fileName.test(name))?.types ?? {};
		const columns = columnsOf(name, rows);
		const values = [...rows, {} as Record<string, string>].map(
			(row) => `(${columns.map((column) => text(row[column] ?? '')).join(', ')})`
		);
		const cast = columns.map((column) =>
			NUMBERS.includes(types[column] ?? '') ? `cast(nullif("${column}", '') as bigint) as "${column}"` : `"${column}"`
		);
		const named = columns.map((column) => `"${column}"`).join(', ');
		const query = `select ${cast.join(', ')} from (values ${values.join(', ')}) as t(${named}) limit ${rows.length}`;
		await connection.run(`copy (${query}) to ${text(join(dir, `${name}.parquet`))} (format parquet)`);
	}
	connection.closeSync();
	instance.closeSync();
}

function text(value: string): string {
	return `'${value.replaceAll("'", "''")}'`;
}
