import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyStapmon } from '../testing/tiny-stapmon.ts';
import { tinyTables, writeTables, type TinyTables } from '../testing/tiny-tables.ts';
import type { CbsTable } from '../tables/table.ts';
import type { CheckReport } from './report.ts';
import { checkRules } from './rules.ts';
import { runChecks, type TableUse } from './run-checks.ts';
import type { CheckRule } from './rule.ts';
import { addCrowd } from './testing/crowd.ts';
import { faults, type Fault } from './testing/faults.ts';

const root = mkdtempSync(join(tmpdir(), 'voorzicht-faults-'));
afterAll(() => rmSync(root, { recursive: true }));

/** The good tables of some years, with a fault when one is given. */
function folderWith({ years = [2023], crowd = 0, change, files }: Partial<Fault>): string {
	const dir = mkdtempSync(join(root, 'tables-'));
	const tables: TinyTables = Object.assign(tinyTables(years), ...years.map((year) => tinyStapmon(year)));
	addCrowd(tables, crowd);
	change?.(tables);
	writeTables(dir, tables);
	files?.(dir);
	return dir;
}

function brokenIn(report: CheckReport): string[] {
	return report.rules.filter((rule) => !rule.passed).map((rule) => rule.id);
}

/** The tables that a rule reads when it judges one of them, so that a run opens no other ones. */
function tablesOf(rule: CheckRule, table: CbsTable, years: readonly number[]): TableUse[] {
	const read = 'over' in rule ? [...rule.over(table).tables, ...(rule.over(table).before ?? [])] : [];
	return [...new Set([table, ...read])].map((one) => ({ table: one, years: years.map((year) => year - 2023) }));
}

const good: { report?: CheckReport } = {};
beforeAll(async () => {
	good.report = await runChecks(folderWith({ years: [2022, 2023], crowd: 1200 }));
});

describe('every rule', () => {
	it('has a name of its own and a file of its own, and is in the list', () => {
		const files = [0, 1, 2, 3, 4, 5].flatMap((level) => readdirSync(join(import.meta.dirname, `level-${level}`)));
		expect(checkRules.length).toBe(files.length);
		expect(checkRules.length).toBeGreaterThanOrEqual(45);
		expect(new Set(checkRules.map((rule) => rule.id)).size).toBe(checkRules.length);
		expect(new Set(checkRules.map((rule) => rule.level))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
	});

	it('is met by good tables, and was run on them', () => {
		expect(brokenIn(good.report!)).toEqual([]);
		const run = new Set(good.report!.rules.map((rule) => rule.id.split('/')[0]));
		expect(checkRules.filter((rule) => !run.has(rule.id))).toEqual([]);
	});

	it('is met by good tables without a crowd', async () => {
		expect(brokenIn(await runChecks(folderWith({ years: [2021, 2022, 2023] })))).toEqual([]);
	});

	it('has a fault that it finds, or a test with figures', () => {
		const tested = new Set(faults.map((fault) => fault.rule.split('/')[0]));
		const left = checkRules.filter((rule) => !tested.has(rule.id));
		expect(left.filter((rule) => rule.level !== 5).map((rule) => rule.id)).toEqual(['readable']);
	});
});

describe('a fault', () => {
	it.each(faults.map((fault, i) => [`${fault.rule} (${i})`, fault] as const))(
		'of %s is found by that rule alone',
		async (_name, fault) => {
			const [id, name] = fault.rule.split('/');
			const rule = checkRules.find((one) => one.id === id)!;
			const table = rule.tables.find((one) => one.name === name)!;
			const dir = folderWith(fault);
			const needs = tablesOf(rule, table, fault.years ?? [2023]);

			const found = await runChecks(dir, ['2023'], needs);
			expect(brokenIn(found).filter((place) => place.startsWith(`${fault.rule}/`))).not.toEqual([]);
			expect(found.passed).toBe(brokenIn(found).every((place) => severityOf(place) === 'warn'));

			const rest = checkRules.filter((one) => one !== rule);
			const without = await runChecks(dir, ['2023'], needs, rest);
			expect([...without.rules, ...without.notRun].filter((one) => one.id.startsWith(`${id}/`))).toEqual([]);
		}
	);
});

function severityOf(place: string): string {
	return checkRules.find((rule) => rule.id === place.split('/')[0])!.severity;
}
