import { openEngine, type Engine } from '../../engine/engine.ts';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import { InputError } from '../../errors.ts';
import { hasColumns, servingFile } from '../cbs-tables.ts';
import { openDataFile, type DataFile } from '../data-file.ts';
import { loaded } from '../load.ts';
import { findTableFiles, type TableFile } from '../tables/registry.ts';
import type { CbsTable } from '../tables/table.ts';
import { CheckData, type OpenFile } from './check-data.ts';
import { judge, placeOf } from './judge.ts';
import { filePresent } from './level-0/file-present.ts';
import { readable } from './level-0/readable.ts';
import { Findings } from './findings.ts';
import { checksOf, type TableUse, type YearChecks } from './plan-checks.ts';
import { gate, type CheckReport } from './report.ts';
import type { CheckRule, FileRule } from './rule.ts';
import { checkRules, stoppingRules } from './rules.ts';
import { knownColumns } from './typed-rows.ts';

export { gate, type Band, type CheckReport, type NotRun, type RuleResult } from './report.ts';
export type { TableUse } from './plan-checks.ts';
export { gateTable, runTableChecks } from './table-checks.ts';

/**
 * Runs the rules on the CBS tables in a folder.
 * @param periods years; every year with an income table when absent
 * @param needs the tables that are read, by years from the period: the others are not opened, and stop nothing. All when absent.
 * @throws InputError when the folder is missing or a period is no year.
 */
export async function runChecks(
	dir: string,
	periods?: readonly string[],
	needs?: readonly TableUse[],
	rules: readonly CheckRule[] = checkRules
): Promise<CheckReport> {
	const files = findTableFiles(dir);
	const findings = new Findings();
	const engine = await openEngine({ readable: [dir] });
	try {
		let before: CheckData | null = null;
		for (const checks of checksOf(files, periods, needs)) {
			const last: CheckData | null = before?.year === checks.year - 1 ? before : null;
			if (last === null) await before?.release();
			const data: CheckData = new CheckData(
				engine,
				checks.year,
				await openTables(engine, files, checks, rules, findings),
				last
			);
			await judge(data, [...checks.tables.keys()], rules, findings);
			await last?.release();
			before = data;
		}
	} finally {
		await engine.close();
	}
	return findings.report();
}

/**
 * Runs the rules that stop a release, on the tables that it reads. Warnings cost time and stop nothing, so they are left to
 * `voorzicht check`.
 * @throws QualityGateError naming the table and the first rule that is broken
 */
export async function gateTables(dir: string, periods: readonly string[], needs: readonly TableUse[]): Promise<void> {
	gate(await runChecks(dir, periods, needs, stoppingRules));
}

/** Opens the files that serve a year; a table with a broken rule about its file is reported and left out. */
async function openTables(
	engine: Engine,
	files: readonly TableFile[],
	checks: YearChecks,
	rules: readonly CheckRule[],
	findings: Findings
): Promise<Map<CbsTable, OpenFile>> {
	const opened = new Map<CbsTable, OpenFile>();
	for (const [table, use] of checks.tables) {
		const found = await servingFile(files, table, checks.year);
		if (found === undefined && use !== 'required') continue;
		const header = found === undefined ? null : await openHeader(found);
		const place = placeOf(table, found?.year ?? checks.year);
		const faults = rules
			.filter((rule): rule is FileRule => 'fault' in rule && rule.tables.includes(table))
			.filter((rule) => header !== null || rule === filePresent)
			.map((rule) => [rule, rule.fault(header, table, checks.year)] as const);
		// What is read is checked: a file of years ago is passed over where measuring passes over it, and for no other fault.
		if (use === 'history' && (header === null || !hasColumns(header, { table }, checks.year))) continue;
		const sound = faults.map(([rule, fault]) => findings.ofFile(rule, place, fault));
		if (header === null || found === undefined || sound.includes(false)) continue;
		const file = await readyToRead(engine, header, table);
		if (rules.includes(readable)) findings.ofRows(readable, place, file === null ? Infinity : 0);
		if (file !== null) opened.set(table, { year: found.year, file });
	}
	return opened;
}

async function openHeader(found: TableFile): Promise<DataFile | null> {
	return openDataFile(found.path).catch((error: unknown) => {
		if (error instanceof InputError) return null;
		throw error;
	});
}

async function readyToRead(engine: Engine, file: DataFile, table: CbsTable): Promise<DataFile | null> {
	return loaded(engine, file, knownColumns(file, table)).catch((error: unknown) => {
		if (error instanceof UnreadableDataError || error instanceof InputError) return null;
		throw error;
	});
}
