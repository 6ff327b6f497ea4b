import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll } from 'vitest';
import { synthesize, type SynthesisOptions } from '../synthesize.ts';

export const PERSONS = 40_000;
export const YEARS = [2021, 2022, 2023];

/** A folder of its own for each file of tests. */
export const folder = mkdtempSync(join(tmpdir(), 'synthetic-'));
let connection: DuckDBConnection;

beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => rm(folder, { recursive: true }));

/** Tables of invented persons in a subfolder; a thousand persons in three years, unless told otherwise. */
export function make(name: string, options: Partial<SynthesisOptions> = {}): Promise<void> {
	return synthesize({
		persons: 1000,
		years: [2021, 2023],
		seed: 1,
		out: join(folder, name),
		formats: ['parquet'],
		...options
	});
}

/** The tables that a file of tests asks most about, in the subfolder "main". */
export function makeMain(): void {
	beforeAll(() => make('main', { persons: PERSONS }), 180_000);
}

export const file = (table: string, name = 'main'): string => `'${join(folder, name, table)}.parquet'`;

export async function rows(query: string): Promise<unknown[][]> {
	return (await connection.runAndReadAll(query)).getRowsJson();
}

export async function count(query: string): Promise<number> {
	return Number((await rows(`select count(*) from (${query})`))[0]![0]);
}

export const households = file('GBAHUISHOUDENS2023BUSV1');
export const addresses = file('GBAADRESOBJECT2023BUSV1');
export const persons = file('GBAPERSOON2023TABV1');
export const incomes = file('INHA2023TABV1');
export const positions = file('SECM2023BUSV1');
export const debts = file('SCHULDENPROBLEMATIEK2023TABV1');
