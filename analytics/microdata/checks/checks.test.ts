import { mkdtempSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/engine.ts';
import { InputError, QualityGateError } from '../../errors.ts';
import { writeTables } from '../testing/tiny-tables.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../tables/gbapersoontab.ts';
import { INHATAB } from '../tables/inhatab.ts';
import { WSNPTAB } from '../tables/wsnptab.ts';
import { CheckData } from './check-data.ts';
import { checkRules } from './rules.ts';
import { gate, gateTables, runChecks } from './run-checks.ts';
import { brokenIn, clearRoot, folderWith, goodTables, root, twice } from './testing/folders.ts';

afterAll(clearRoot);

describe('runChecks', () => {
	it('runs for one period when asked, and refuses a period that is no year', async () => {
		const dir = folderWith();
		expect((await runChecks(dir, ['2023'])).passed).toBe(true);
		expect((await runChecks(dir, ['2022'])).rules.every((rule) => !rule.id.endsWith('/INHATAB/2023'))).toBe(true);
		await expect(runChecks(dir, ['soon'])).rejects.toThrow(InputError);
	});

	it('finds the same faults in parquet as in csv', async () => {
		const dir = mkdtempSync(join(root, 'parquet-'));
		const tables = goodTables();
		twice(tables);
		tables.INHA2023TABV1![0]!.INHARMLAG = '-7';
		await writeTables(dir, tables, 'parquet');
		const csv = mkdtempSync(join(root, 'csv-'));
		writeTables(csv, tables);
		const report = await runChecks(dir);
		expect(brokenIn(report)).toEqual(brokenIn(await runChecks(csv)));
		expect(brokenIn(report)).toContain('percentages/INHATAB/2023');
	});

	it('says what a rule lacks that is not run', async () => {
		const report = await runChecks(folderWith((t) => delete t.VEH2023TABV1));
		expect(report.passed).toBe(true);
		expect(report.notRun.find((rule) => rule.id === 'wealth-balance/VEHTAB/2023')?.needs).toBe('needs VEHTAB');
		expect(report.notRun.find((rule) => rule.id === 'panel-attrition/GBAHUISHOUDENSBUS/2023')?.needs).toBe(
			'needs GBAHUISHOUDENSBUS of the year before'
		);
		expect(report.rules.some((rule) => rule.id.includes('VEHTAB'))).toBe(false);
		const narrow = await runChecks(folderWith((t) => t.VEH2023TABV1!.forEach((row) => delete row.VEHW1200STOH)));
		expect(narrow.notRun.find((rule) => rule.id === 'wealth-balance/VEHTAB/2023')?.needs).toBe(
			'needs column VEHW1200STOH'
		);
	});

	it('does not ask for registers where the Stapelingsmonitor is', async () => {
		const alone = folderWith((t) => {
			for (const name of Object.keys(t)) if (!name.startsWith('STAPMON')) delete t[name];
		});
		expect((await runChecks(alone)).passed).toBe(true);
	});

	it('gives memory back: no relation outlives its year', async () => {
		const engine = await openEngine({ readable: [] });
		const data = new CheckData(engine, 2023, new Map(), null);
		await data.made('one', async () => sql`select 1 as one`);
		await data.release();
		const { rows } = await sql<{ n: bigint }>`select count(*) as n from duckdb_tables()`.execute(engine.db);
		await engine.close();
		expect(Number(rows[0]!.n)).toBe(0);
	});
});

describe('with the tables that are read', () => {
	const income = { table: INHATAB, years: [0] };

	it('a fault in another table stops nothing, and one in these does', async () => {
		const dir = folderWith(twice);
		const report = await runChecks(dir, ['2023'], [income]);
		expect(report.passed).toBe(true);
		expect(report.rules.every((rule) => rule.id.includes('/INHATAB/'))).toBe(true);
		expect((await runChecks(dir, ['2023'])).passed).toBe(false);
	});

	it('a needed table that is not there stops, an optional one does not', async () => {
		const dir = folderWith((t) => delete t.WSNP2023TABV1);
		const needed = await runChecks(dir, ['2023'], [income, { table: WSNPTAB, years: [0] }]);
		expect(brokenIn(needed)).toEqual(['file-present/WSNPTAB/2023']);
		const optional = await runChecks(dir, ['2023'], [income, { table: WSNPTAB, years: [0, -1], optional: true }]);
		expect(optional.passed).toBe(true);
	});

	it('years ago are checked too, and passed over where they are optional and have other columns', async () => {
		const dir = folderWith((t) => {
			t.INHA2022TABV1 = t.INHA2023TABV1!.map((row) => ({ ...row, INHARMLAG: '-7' }));
			t.INHA2021TABV1 = t.INHA2023TABV1!.map(({ INHARMLAG: _, ...row }) => row);
		});
		const report = await runChecks(dir, ['2023'], [income, { table: INHATAB, years: [-1, -2], optional: true }]);
		expect(brokenIn(report)).toEqual(['percentages/INHATAB/2022']);
	});
});

describe('gate', () => {
	it('stops a duplicate person key, naming table and rule', async () => {
		const report = await runChecks(folderWith(twice));
		expect(() => gate(report)).toThrow(QualityGateError);
		expect(() => gate(report)).toThrow(/key-unique\/GBAPERSOONTAB\/2023/);
	});

	it('lets a broken warning pass', async () => {
		const report = await runChecks(folderWith((t) => (t.GBAHUISHOUDENS2023BUSV1![2]!.AANTALPERSHH = '3')));
		expect(brokenIn(report)).toEqual(['household-size/GBAHUISHOUDENSBUS/2023']);
		expect(() => gate(report)).not.toThrow();
	});
});

describe('gateTables', () => {
	const needs = [GBAPERSOONTAB, GBAHUISHOUDENSBUS].map((table) => ({ table, years: [0] }));

	it('stops at a broken rule about the tables that are read, and at no other one', async () => {
		const dir = folderWith(twice);
		await expect(gateTables(dir, ['2023'], needs)).rejects.toThrow(/key-unique\/GBAPERSOONTAB\/2023/);
		await expect(gateTables(dir, ['2023'], [{ table: INHATAB, years: [0] }])).resolves.toBeUndefined();
		await expect(gateTables(dir, ['2022'], [{ table: INHATAB, years: [0] }])).rejects.toThrow(QualityGateError);
	});

	it('does not stop at a warning', async () => {
		const dir = folderWith((t) => (t.GBAHUISHOUDENS2023BUSV1![2]!.AANTALPERSHH = '3'));
		await expect(gateTables(dir, ['2023'], needs)).resolves.toBeUndefined();
	});
});

describe('a file that cannot be read', () => {
	it('is no readable file when it is another kind of file', async () => {
		const dir = folderWith(undefined, (d) => {
			const text = readFileSync(join(d, 'INHA2023TABV1.csv'));
			unlinkSync(join(d, 'INHA2023TABV1.csv'));
			writeFileSync(join(d, 'INHA2023TABV1.parquet'), text);
		});
		expect(brokenIn(await runChecks(dir))).toContain('file-present/INHATAB/2023');
	});

	it('breaks readable, and every rule about its rows, when its records are damaged', async () => {
		const dir = mkdtempSync(join(root, 'damaged-'));
		const tables = goodTables();
		const many = Array.from({ length: 3000 }, (_, i) => ({
			...tables.INHA2023TABV1![1]!,
			RINPERSOONHKW: String(2e8 + i)
		}));
		await writeTables(dir, { ...tables, INHA2023TABV1: many }, 'parquet');
		const path = join(dir, 'INHA2023TABV1.parquet');
		const bytes = readFileSync(path);
		// The header of the file is at its end; its records come first.
		bytes.fill(0xff, 4, 4000);
		writeFileSync(path, bytes);
		const needs = [{ table: INHATAB, years: [0] }];
		const report = await runChecks(dir, ['2023'], needs);
		expect(brokenIn(report)).toContain('readable/INHATAB/2023');
		expect(brokenIn(report)).toContain('percentages/INHATAB/2023');
		expect(() => gate(report)).toThrow(QualityGateError);
		const without = await runChecks(
			dir,
			['2023'],
			needs,
			checkRules.filter((rule) => rule.id !== 'readable')
		);
		expect(brokenIn(without).some((id) => id.startsWith('readable/'))).toBe(false);
	});
});
