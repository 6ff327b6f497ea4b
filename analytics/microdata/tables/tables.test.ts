import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDataFile } from '../data-file.ts';
import { tinyStapmon } from '../testing/tiny-stapmon.ts';
import { tinyTables, writeTables } from '../testing/tiny-tables.ts';
import { DEATH_DATES, GBAOVERLIJDENTAB } from './gbaoverlijdentab.ts';
import { cbsTables } from './registry.ts';
import { tablesPage } from './page.ts';
import { debtColumn, debtColumnOf, debtDates } from './schuldenproblematiektab.ts';
import { STAPMON, STAPMON_COLUMNS, stapmonNames, type StapmonName } from './stapmon.ts';
import type { CbsTable } from './table.ts';
import { WSNPTAB } from './wsnptab.ts';

const tiny = { ...tinyTables(), ...tinyStapmon(2023) };
const headerOf = (table: CbsTable) => {
	const [, rows] = Object.entries(tiny).find(([name]) => table.fileName.test(name))!;
	return Object.keys(rows[0]!);
};

describe.each(cbsTables.map((table) => [table.name, table] as const))('%s', (_, table) => {
	const listed = [...table.columns, ...(table.optional ?? [])];
	const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());

	it('has its columns in the tiny tables', () => {
		expect(lower(headerOf(table))).toEqual(expect.arrayContaining(lower(listed)));
		if (table.yearColumns !== undefined)
			expect(headerOf(table).filter((name) => table.yearColumns!.test(name))).not.toEqual([]);
	});

	it('speaks of columns that it lists', () => {
		const dated = table === GBAOVERLIJDENTAB ? DEATH_DATES : [];
		const named = [...Object.keys(table.types), ...Object.keys(table.codes), ...table.key, ...(table.spell ?? [])];
		expect([...listed, ...dated]).toEqual(expect.arrayContaining(named));
		expect(new Set(lower(listed)).size).toBe(listed.length);
		for (const date of table.spell ?? []) expect(table.types[date]).toBe('date');
	});

	it('has a key of a kind and a number, the kind first, unless it is of addresses', () => {
		const [kind, number] = table.key as [string, string];
		expect([table.types[kind], table.types[number]]).toEqual(
			table.of === 'address' ? [undefined, undefined] : ['kind', 'key']
		);
	});

	it('is on the page, with what is assumed', () => {
		const page = tablesPage();
		const start = page.indexOf(`\n## ${table.name}\n`);
		expect(start).toBeGreaterThan(0);
		const section = page.slice(start).split('\n## ')[1]!;
		for (const text of [...listed, ...table.examples, table.assumed ?? '', table.consent ?? '', table.source])
			expect(section).toContain(text);
	});
});

it('tiny tables of three years have the yearly tables of each, and one file of each register', () => {
	const names = Object.keys(tinyTables([2021, 2022, 2023]));
	expect(names.filter((name) => name.startsWith('INHA'))).toEqual(['INHA2021TABV1', 'INHA2022TABV1', 'INHA2023TABV1']);
	expect(names.filter((name) => name.startsWith('GBAPERSOON'))).toEqual(['GBAPERSOON2023TABV1']);
	for (const rows of Object.values(tinyTables([2021, 2022, 2023]))) expect(rows.length).toBeGreaterThan(0);
});

describe('columns of debts', () => {
	it('are named by definition, person or household, and date', () => {
		expect(debtDates(2023)).toEqual(['20230401', '20230701', '20231001', '20240101']);
		expect(debtColumn(12, 'household', '20240101')).toBe('smalle_def_problematische_schulden_HH_20240101');
		expect(debtColumn(12, 'person', '20240101')).toBe('smalle_def_problematische_schulden_20240101');
		expect(debtColumn(10, 'household', '20230401')).toBe('problematische_schulden_HH_20230401');
		expect(debtColumn(10, 'person', '20230401')).toBe('problematische_schulden_20230401');
	});

	it('tell that back, in any letter case', () => {
		for (const definition of [12, 10] as const)
			for (const of of ['person', 'household'] as const) {
				const name = debtColumn(definition, of, '20230701');
				expect(debtColumnOf(name.toUpperCase())).toEqual({ definition, of, date: '20230701' });
			}
		expect(debtColumnOf('HUISHOUDNR')).toBeNull();
	});
});

describe('columns of the Stapelingsmonitor', () => {
	it('are found with the year, without it, and under the names of other years', () => {
		expect(stapmonNames('specialAssistance', 2019)).toEqual([
			'bijzondere_bijstand_2019',
			'bijzondere_bijstand',
			'bijzonderebijstand_2019',
			'bijzonderebijstand'
		]);
		expect(stapmonNames('householdDebts', 2018)).toContain('smalle_def_problematische_schulden_HH_20190101');
		expect(stapmonNames('gemeente', 2021)).toEqual(expect.arrayContaining(['gem_2021', 'gem', 'gem2021']));
		expect(stapmonNames('householdDebts', 2019)).toContain('smalle_def_problematische_schulden_HH_20190101');
	});

	it('have names that are each of one column, and that the table knows as its own', () => {
		const all = (Object.keys(STAPMON_COLUMNS) as StapmonName[]).flatMap((column) => stapmonNames(column, 2020));
		expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
		for (const name of all) expect(STAPMON.yearColumns!.test(name)).toBe(true);
	});
});

it('a tiny table without rows is written with its columns, as csv and as parquet', async () => {
	const dir = mkdtempSync(join(tmpdir(), 'voorzicht-tiny-'));
	const { INHA2023TABV1: incomes } = tinyTables();
	writeTables(dir, { INHA2023TABV1: [] });
	await writeTables(dir, { INHA2023TABV1: [] }, 'parquet');
	for (const ending of ['csv', 'parquet']) {
		const { columns } = await openDataFile(join(dir, `INHA2023TABV1.${ending}`));
		expect(columns.map(({ name }) => name)).toEqual(Object.keys(incomes![0]!));
	}
	writeTables(dir, tinyTables([2026]));
	const { columns } = await openDataFile(join(dir, 'WSNP2026TABV1.csv'));
	expect(columns.map(({ name }) => name)).toEqual(WSNPTAB.columns);
	rmSync(dir, { recursive: true });
});
