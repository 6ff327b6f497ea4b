import { basename } from 'node:path';
import { InputError } from '../errors.ts';
import type { TableNeed } from '../population/fact.ts';
import { columnIndex, openDataFile, requireColumns, type DataFile } from './data-file.ts';
import {
	chosenFile,
	fileForPeriod,
	findTableFiles,
	unreadFiles,
	type ChosenFile,
	type TableFile
} from './tables/registry.ts';
import { debtColumn, debtDates, SCHULDENPROBLEMATIEKTAB } from './tables/schuldenproblematiektab.ts';
import type { CbsTable } from './tables/table.ts';

/** A table that is needed, and for what. */
export interface NeededTable extends TableNeed {
	/** Column of the specification that needs it; absent: every release does. */
	readonly column?: string;
	/** Columns that it must have beside those of every such table. */
	readonly columns?: readonly string[];
}

/** The files that serve one period, their headers read and found complete. */
export interface CbsTables {
	readonly year: number;
	/** The file of a table for a year; undefined when it was not asked for, or is optional and not there. */
	file(table: CbsTable, year: number): DataFile | undefined;
	/** Every file that was opened, with those that were passed over for it. */
	readonly chosen: readonly ChosenFile[];
}

/**
 * Opens the tables that a release needs, and no other ones. Reads names and headers only.
 * @throws InputError naming the table, its year, what needs it, and how to mend that
 */
export async function openCbsTables(dir: string, year: number, needs: readonly NeededTable[]): Promise<CbsTables> {
	const files = findTableFiles(dir);
	const opened = new Map<string, DataFile>();
	const chosen = new Map<string, ChosenFile>();
	for (const need of needs)
		for (const offset of need.years) {
			const found = await servingFile(files, need.table, year + offset);
			if (found === undefined && need.optional) continue;
			if (found === undefined) throw missing(need, year + offset, dir);
			const file = opened.get(found.path) ?? (await openDataFile(found.path));
			// Files of years ago may have other columns: then what they tell is unknown, like that of years without a file.
			if (need.optional && offset < 0 && !hasColumns(file, need, year + offset)) continue;
			requireTableColumns(file, need, year + offset);
			opened.set(found.path, file);
			opened.set(keyOf(need.table, year + offset), file);
			chosen.set(found.path, chosenFile(dir, found));
		}
	return { year, file: (table, wanted) => opened.get(keyOf(table, wanted)), chosen: [...chosen.values()] };
}

/** Columns that the file of a table for a year must have. */
export function requiredColumns(table: CbsTable, year: number): readonly string[] {
	return table === SCHULDENPROBLEMATIEKTAB
		? [...table.columns, debtColumn(12, 'household', `${year + 1}0101`)]
		: table.columns;
}

/**
 * The file of a table that serves a period; checking and measuring both ask here, so that what is measured is what was
 * checked. Of debt files, whose dates are in the names of columns and not of files, it is the one with the most dates of the
 * year, the last one among them; of several the newest.
 */
export async function servingFile(
	files: readonly TableFile[],
	table: CbsTable,
	year: number
): Promise<TableFile | undefined> {
	if (table !== SCHULDENPROBLEMATIEKTAB) return fileForPeriod(files, table, year);
	const own = files.filter((file) => file.table === table && file.year >= year).sort((a, b) => b.year - a.year);
	const headers = await Promise.all(own.map(({ path }) => openDataFile(path).catch(() => undefined)));
	const dates = headers.map((header) => (header === undefined ? 0 : datesOf(header, year)));
	const most = Math.max(...dates);
	return most > 0 ? own[dates.indexOf(most)] : own.find((file) => file.year === year);
}

/** How many of the year's reference dates a debt file tells of; 0 when the last one is not among them. */
function datesOf(file: DataFile, year: number): number {
	const told = debtDates(year).map((date) => columnIndex(file, debtColumn(12, 'household', date)) >= 0);
	return told[3] ? told.filter(Boolean).length : 0;
}

/** Whether measuring reads a file of years ago: one without the columns of today tells nothing. */
export function hasColumns(file: DataFile, need: Omit<NeededTable, 'years'>, year: number): boolean {
	try {
		requireTableColumns(file, need, year);
		return true;
	} catch (error) {
		if (error instanceof InputError) return false;
		throw error;
	}
}

function requireTableColumns(
	file: DataFile,
	{ table, column, columns = [] }: Omit<NeededTable, 'years'>,
	year: number
): void {
	const why = column === undefined ? '' : ` Column ${column} of the specification needs this table.`;
	try {
		requireColumns(file, [...requiredColumns(table, year), ...columns]);
	} catch (error) {
		if (!(error instanceof InputError) || why === '') throw error;
		throw new InputError(`${error.message}${why}`, { cause: error });
	}
	const { yearColumns } = table;
	if (yearColumns !== undefined && !file.columns.some(({ name }) => yearColumns.test(name)))
		throw new InputError(
			`${basename(file.path)}: none of the columns of ${table.name} whose names differ by file is there. Look in docs/cbs-tables.md how they are called.${why}`
		);
}

function missing({ table, column }: NeededTable, year: number, dir: string): InputError {
	const name = table.examples[0]!.replace(/\d{4}/, String(year));
	const why =
		column === undefined
			? `Every release needs it: add the file, with a name such as ${name}.`
			: `Column ${column} of the specification needs it: add the file, with a name such as ${name}, or leave out that column.`;
	const unread = unreadFiles(dir, table);
	const hint = unread.length === 0 ? '' : ` Of ${unread[0]} the format is not read: write it as one of these.`;
	const consent = table.consent === undefined ? '' : ` Besides CBS, consent is needed of ${table.consent}.`;
	return new InputError(
		`${table.name}: there is no file of this table for ${year} in ${dir} (sav, csv or parquet).${hint} ${why}${consent}`
	);
}

function keyOf(table: CbsTable, year: number): string {
	return `${table.name} ${year}`;
}
