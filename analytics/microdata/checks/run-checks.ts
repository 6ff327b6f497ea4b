import { basename } from 'node:path';
import { openEngine } from '../../engine/engine.ts';
import { UnreadableDataError } from '../../engine/engine-error.ts';
import { InputError } from '../../errors.ts';
import { columnIndex, openDataFile, type DataFile } from '../data-file.ts';
import { servingFile } from '../cbs-source.ts';
import { cbsTables, findTableFiles, type TableFile } from '../tables/registry.ts';
import type { CbsTable } from '../tables/table.ts';
import { reportOf, result, type CheckReport, type RuleResult } from './report.ts';
import { CheckData, type CheckRule } from './rule.ts';
import { checkRules } from './rules.ts';

export { gate, type Band, type CheckReport, type RuleResult } from './report.ts';
export { gateTable, runTableChecks } from './table-checks.ts';

const filePresent = {
	id: 'file-present',
	level: 0,
	severity: 'error',
	title: 'there is a file, and it can be opened'
} as const;
const columnsPresent = { id: 'columns', level: 0, severity: 'error', title: 'the file has its columns' } as const;

/**
 * Runs every rule on the CBS tables in a folder: for the given periods, or for every year with an income table.
 * @throws InputError when the folder is missing or a period is no year.
 */
export async function runChecks(dir: string, periods?: readonly string[]): Promise<CheckReport> {
	const files = findTableFiles(dir);
	const results = new Map<string, RuleResult>();
	const engine = await openEngine({ readable: [dir] });
	try {
		for (const year of years(files, periods)) {
			const served = await servedFiles(files, year);
			const opened = await openTables(served, year, results);
			const data = new CheckData(engine, year, opened);
			for (const rule of checkRules) await runRule(rule, data, served, year, results);
		}
	} finally {
		await engine.close();
	}
	return reportOf([...results.values()]);
}

function years(files: readonly TableFile[], periods: readonly string[] | undefined): number[] {
	if (periods !== undefined)
		return periods.map((period) => {
			if (!/^(19|20)\d{2}$/.test(period))
				throw new InputError(`period ${period}: CBS tables need a year, such as "2023".`);
			return Number(period);
		});
	const own = files.filter((file) => file.table.name === 'INHATAB').map((file) => file.year);
	const found = own.length > 0 ? own : files.map((file) => file.year);
	if (found.length === 0)
		throw new InputError('The folder holds no CBS tables. Their names look like GBAPERSOON2023TABV1.csv.');
	return [...new Set(found)].sort();
}

/** Opens the files of a period; a table whose file or columns are missing is reported and left out. */
async function openTables(
	served: ServedFiles,
	year: number,
	results: Map<string, RuleResult>
): Promise<Map<CbsTable, DataFile>> {
	const opened = new Map<CbsTable, DataFile>();
	const add = (entry: RuleResult) => results.set(entry.id, entry);
	for (const table of cbsTables) {
		const found = served.get(table);
		const place = placeOf(table, found?.year ?? year);
		if (found === undefined) {
			add(result({ ...filePresent, title: 'there is no file of this table (csv or parquet)' }, place, 1));
			continue;
		}
		const name = basename(found.path);
		const file = await openDataFile(found.path).catch(() => undefined);
		if (file === undefined) {
			add(result({ ...filePresent, title: `${name} is empty or cannot be opened` }, place, 1));
			continue;
		}
		add(result(filePresent, place, 0));
		const missing = table.columns.filter((column) => columnIndex(file, column) < 0);
		const title = missing.length === 0 ? columnsPresent.title : `${name} has no column ${missing.join(', ')}`;
		add(result({ ...columnsPresent, title }, place, missing.length));
		if (missing.length === 0) opened.set(table, file);
	}
	return opened;
}

type ServedFiles = ReadonlyMap<CbsTable, TableFile>;

/** The files that serve a period: the same ones that are measured. */
async function servedFiles(files: readonly TableFile[], year: number): Promise<ServedFiles> {
	const served = new Map<CbsTable, TableFile>();
	for (const table of cbsTables) {
		const file = await servingFile(files, table, year);
		if (file !== undefined) served.set(table, file);
	}
	return served;
}

async function runRule(
	rule: CheckRule,
	data: CheckData,
	served: ServedFiles,
	year: number,
	results: Map<string, RuleResult>
): Promise<void> {
	for (const table of rule.tables) {
		if (![table, ...(rule.with ?? [])].every((needed) => data.files.has(needed))) continue;
		// What a rule says of 31 December holds for one period; what it says of a file, for the file.
		const ofPeriod = table.kind === 'cumulative' && (rule.level === 2 || rule.tables.length === 1);
		const place = placeOf(table, ofPeriod ? year : served.get(table)!.year);
		if (results.has(`${rule.id}/${place}`)) continue;
		const broken = await rule.broken(data, table).catch((error: unknown) => {
			if (error instanceof UnreadableDataError) return Infinity;
			throw error;
		});
		const entry = result(rule, place, broken);
		results.set(entry.id, entry);
	}
}

function placeOf(table: CbsTable, year: number): string {
	return `${table.name}/${year}`;
}
