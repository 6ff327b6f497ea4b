import { appendFileSync, mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError, QualityGateError } from '../../errors.ts';
import { tinyTables, writeTables, type TinyTables } from '../testing/tiny-tables.ts';
import { band } from './report.ts';
import { checkRules } from './rules.ts';
import { gate, runChecks } from './run-checks.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-checks-'));
afterAll(() => rmSync(root, { recursive: true }));

function folderWith(change: (tables: TinyTables) => void = () => {}, files: (dir: string) => void = () => {}): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	const tables = tinyTables();
	change(tables);
	writeTables(dir, tables);
	files(dir);
	return dir;
}

const HOUSEHOLDS = 'GBAHUISHOUDENS2023BUSV1';
const ADDRESSES = 'GBAADRESOBJECT2023BUSV1';

/** For each rule a change to good tables that breaks it, and the rules that it breaks. */
const faults: [rule: string, change: (tables: TinyTables) => void, files?: (dir: string) => void][] = [
	['file-present/INHATAB', () => {}, (dir) => unlinkSync(join(dir, 'INHA2023TABV1.csv'))],
	['columns/INHATAB', (t) => t.INHA2023TABV1!.forEach((row) => delete row.INHARMLAG)],
	['well-formed/INHATAB', () => {}, (dir) => appendFileSync(join(dir, 'INHA2023TABV1.csv'), 'R;"000000009;1\n')],
	['well-formed/INHATAB', () => {}, (dir) => appendFileSync(join(dir, 'INHA2023TABV1.csv'), 'R;000000009;1;7\n')],
	['key-format/GBAPERSOONTAB', (t) => (t.GBAPERSOON2023TABV1![3]!.RINPERSOON = '4')],
	['key-unique/GBAPERSOONTAB', (t) => t.GBAPERSOON2023TABV1!.push({ ...t.GBAPERSOON2023TABV1![0]!, GBAGESLACHT: '2' })],
	['duplicate-rows/INHATAB', (t) => t.INHA2023TABV1!.push({ ...t.INHA2023TABV1![0]! })],
	['code-lists/GBAPERSOONTAB', (t) => (t.GBAPERSOON2023TABV1![0]!.GBAGESLACHT = '7')],
	['code-lists/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![0]!.TYPHH = '9')],
	['code-lists/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![0]!.PLHH = '11')],
	['code-lists/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![1]!.REFPERSOONHH = '2')],
	['valid-dates/GBAADRESOBJECTBUS', (t) => (t[ADDRESSES]![0]!.GBADATUMAANVANGADRESHOUDING = '20200231')],
	['valid-dates/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![0]!.DATUMEINDEHH = '')],
	['spell-order/GBAADRESOBJECTBUS', (t) => (t[ADDRESSES]![0]!.GBADATUMEINDEADRESHOUDING = '20191231')],
	['one-reference-person/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![1]!.REFPERSOONHH = '1')],
	['one-reference-person/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![2]!.REFPERSOONHH = '0')],
	[
		'one-household/GBAHUISHOUDENSBUS',
		(t) => t[HOUSEHOLDS]!.push({ ...t[HOUSEHOLDS]![2]!, DATUMAANVANGHH: '20210101', HUISHOUDNR: 'H9' })
	],
	['household-size/GBAHUISHOUDENSBUS', (t) => (t[HOUSEHOLDS]![2]!.AANTALPERSHH = '3')],
	['region-codes/VSLGWBTAB', (t) => (t.VSLGWB2024TABV1![0]!.bc2024 = '05180101')],
	['income-range/INHATAB', (t) => (t.INHA2023TABV1![0]!.INHARMLAG = '-7')],
	['income-range/INHATAB', (t) => (t.INHA2023TABV1![0]!.INHARMLAG = 'NaN')],
	[
		'debt-flag/SCHULDENPROBLEMATIEKTAB',
		(t) => (t.SCHULDENPROBLEMATIEK2023TABV1![0]!.smalle_def_problematische_schulden_HH_20240101 = '2')
	],
	['person-known/GBAHUISHOUDENSBUS', (t) => t.GBAPERSOON2023TABV1!.pop()],
	['address-known/GBAHUISHOUDENSBUS', (t) => t[ADDRESSES]!.pop()],
	['place-known/GBAADRESOBJECTBUS', (t) => t.VSLGWB2024TABV1!.pop()]
];

const broken = async (dir: string) =>
	(await runChecks(dir)).rules.filter((rule) => !rule.passed).map((rule) => rule.id);

describe('rules', () => {
	it('all pass on good tables', async () => {
		const report = await runChecks(folderWith());
		expect(report.rules.filter((rule) => !rule.passed)).toEqual([]);
		expect(report.passed).toBe(true);
		expect(new Set(report.rules.map((rule) => rule.id.split('/')[0]))).toEqual(
			new Set(['file-present', 'columns', ...checkRules.map((rule) => rule.id)])
		);
		expect(() => gate(report)).not.toThrow();
	});

	it.each(faults)('%s finds its fault', async (rule, change, files) => {
		const ids = await broken(folderWith(change, files));
		expect(ids.some((id) => id.startsWith(`${rule}/`))).toBe(true);
	});

	it('have a fault each', () => {
		const tested = new Set(faults.map(([rule]) => rule.split('/')[0]));
		expect(checkRules.filter((rule) => !tested.has(rule.id))).toEqual([]);
	});

	it('run for one period when asked, and refuse a period that is no year', async () => {
		const dir = folderWith();
		expect((await runChecks(dir, ['2023'])).passed).toBe(true);
		expect((await runChecks(dir, ['2022'])).passed).toBe(false);
		await expect(runChecks(dir, ['soon'])).rejects.toThrow(InputError);
	});
});

describe('gate', () => {
	it('stops a duplicate person key, naming table and rule', async () => {
		const dir = folderWith((t) => t.GBAPERSOON2023TABV1!.push({ ...t.GBAPERSOON2023TABV1![0]! }));
		const report = await runChecks(dir);
		expect(() => gate(report)).toThrow(QualityGateError);
		expect(() => gate(report)).toThrow(/key-unique\/GBAPERSOONTAB\/2023/);
	});

	it('lets a broken warning pass', async () => {
		const report = await runChecks(folderWith((t) => (t[HOUSEHOLDS]![2]!.AANTALPERSHH = '3')));
		expect(report.rules.some((rule) => !rule.passed)).toBe(true);
		expect(() => gate(report)).not.toThrow();
	});
});

describe('a report', () => {
	it('bands counts', () => {
		expect([0, 1, 9, 10, 99, 100, 999, 1000, Infinity].map(band)).toEqual([
			'0',
			'1-9',
			'1-9',
			'10-99',
			'10-99',
			'100-999',
			'100-999',
			'1000+',
			'1000+'
		]);
	});

	it('never holds a value of a record, whatever is wrong with the files', async () => {
		const canary = 'CANARY7';
		for (const name of Object.keys(tinyTables())) {
			const dir = folderWith(
				(t) => t[name]!.push(Object.fromEntries(Object.keys(t[name]![0]!).map((column) => [column, canary]))),
				(d) => appendFileSync(join(d, `${name}.csv`), `"${canary};\xff;${canary}\n${canary}`)
			);
			const report = await runChecks(dir);
			expect(report.passed).toBe(false);
			expect(JSON.stringify(report)).not.toContain(canary);
			expect(() => gate(report)).toThrow(expect.not.objectContaining({ message: expect.stringContaining(canary) }));
		}
	});

	it('calls a parquet file that is cut short no readable file', async () => {
		const dir = folderWith(undefined, (d) => {
			const text = readFileSync(join(d, 'INHA2023TABV1.csv'));
			unlinkSync(join(d, 'INHA2023TABV1.csv'));
			writeFileSync(join(d, 'INHA2023TABV1.parquet'), text);
		});
		expect(await broken(dir)).toContain('file-present/INHATAB/2023');
	});
});
