import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Calibration } from './calibration.ts';
import { makeInParts } from './parts.ts';
import { databaseOf, loadStaging } from './staging.ts';
import { DEFAULT_TABLES, allFiles } from './tables/tables.ts';
import { addBuurten } from './writing.ts';

const folder = mkdtempSync(join(tmpdir(), 'parts-'));
let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => rm(folder, { recursive: true }));

/** The files of a small country, and the shares of work that were heard of. */
async function made(threads: boolean): Promise<{ out: string; scratch: string; shares: number[] }> {
	const [out, scratch] = [mkdtempSync(join(folder, 'out-')), mkdtempSync(join(folder, 'parts-'))];
	const { settings } = new Calibration([]);
	const shares: number[] = [];
	const simulated = { persons: 3000, years: [2023, 2023], seed: 7, settings, shocks: [] } as const;
	const written = { tables: DEFAULT_TABLES, dirty: false, formats: ['parquet'], out, scratch } as const;
	await makeInParts(scratch, simulated, written, (share) => shares.push(share), threads);
	return { out, scratch, shares };
}

it('makes the same files in threads as without', async () => {
	const [alone, threaded] = [await made(false), await made(true)];
	const names = readdirSync(alone.out);
	expect(names.length).toBe(DEFAULT_TABLES.length);
	expect(readdirSync(threaded.out)).toEqual(names);
	for (const name of names)
		expect(readFileSync(join(threaded.out, name)).equals(readFileSync(join(alone.out, name))), name).toBe(true);
	for (const { shares } of [alone, threaded]) expect(shares.at(-1)).toBeCloseTo(1, 12);
}, 60_000);

it('gives no number in two parts, and writes what the texts of the queries say', async () => {
	const { out, scratch } = await made(false);
	for (const part of [0, 1]) {
		const staged = join(scratch, `part${part}`);
		await loadStaging(staged, 2023, 2023);
		await connection.run(`attach '${databaseOf(staged)}' as p${part} (read_only)`);
	}
	await addBuurten(connection);
	for (const table of [
		'person',
		'household_spell',
		'address_spell',
		'partner_spell',
		'parents',
		'address',
		'death',
		'position_spell',
		'member_2023',
		'income_2023',
		'business_aid_spell',
		'default_spell',
		'wsnp_spell'
	])
		await connection.run(`create view ${table} as from p0.${table} union all from p1.${table}`);
	const [[persons, numbers]] = (await rows('select count(*), count(distinct person) from person')) as [unknown[]];
	expect(numbers).toBe(persons);
	const files = allFiles(2023, 2023).filter(({ sources }) => sources !== undefined);
	expect(files.length).toBe(DEFAULT_TABLES.length);
	for (const { table, name, query } of files) {
		const file = `'${join(out, name)}.parquet'`;
		expect(await rows(`describe select * from ${file}`), name).toEqual(await rows(`describe ${query}`));
		// The query of buurten joins, which promises no order.
		const order = table === 'VSLGWBTAB' ? 'order by all' : '';
		expect(await rows(`from ${file} ${order}`), name).toEqual(await rows(`from (${query}) ${order}`));
	}
}, 60_000);

async function rows(query: string): Promise<unknown[][]> {
	return (await connection.runAndReadAll(query)).getRowsJson();
}
