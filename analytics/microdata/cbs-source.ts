import type { Domain } from '../contract/domain.ts';
import type { Spec } from '../contract/spec.ts';
import { InputError } from '../errors.ts';
import { debtColumn } from '../indicators/problematic-debts.ts';
import { codedColumns, requireCodable } from '../population/coding.ts';
import { columnIndex, openDataFile, requireColumns, type DataFile } from './data-file.ts';
import { GBAADRESOBJECTBUS } from './tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from './tables/gbahuishoudensbus.ts';
import { INHATAB } from './tables/inhatab.ts';
import { fileForPeriod, findTableFiles, type TableFile } from './tables/registry.ts';
import { SCHULDENPROBLEMATIEKTAB } from './tables/schuldenproblematiektab.ts';
import type { CbsTable } from './tables/table.ts';
import { VSLGWBTAB } from './tables/vslgwbtab.ts';

/** What a specification of kind cbs may name as `column`: facts of a household on 31 December of the period. */
export const ANALYSIS_COLUMNS = [
	'buurt',
	'wijk',
	'gemeente',
	'household_type',
	'low_income',
	'problematic_debts'
] as const;
export type AnalysisColumn = (typeof ANALYSIS_COLUMNS)[number];

/** Prefixes of the region columns in VSLGWBTAB, before the year of the classification. */
export const REGION_COLUMNS = { buurt: 'bc', wijk: 'wc', gemeente: 'gem' } as const;

/** The files that serve one period, their headers read and found complete. */
export interface CbsFiles {
	readonly year: number;
	readonly households: DataFile;
	readonly addresses: DataFile;
	readonly places: DataFile;
	readonly incomes: DataFile;
	readonly debts: DataFile;
}

/**
 * Looks whether the folder can serve the period, and the specification when it is given. Reads headers only.
 * @throws InputError naming the table, the column, or the place in the specification.
 */
export async function validateCbsSource(dir: string, period: string, spec?: Spec, domain?: Domain): Promise<void> {
	if (spec !== undefined && domain !== undefined) requireCbsSpec(spec, domain);
	await cbsFiles(dir, period, spec?.source?.kind === 'cbs' ? spec.source.classification : null);
}

/** `classification` null: any year of the classification will do. */
export async function cbsFiles(dir: string, period: string, classification: number | null): Promise<CbsFiles> {
	if (!/^(19|20)\d{2}$/.test(period)) throw new InputError(`period ${period}: CBS tables need a year, such as "2023".`);
	const year = Number(period);
	const files = findTableFiles(dir);
	const open = (table: CbsTable) => openTable(files, table, year, dir);
	const places = await open(VSLGWBTAB);
	if (classification !== null)
		requireColumns(
			places,
			Object.values(REGION_COLUMNS).map((prefix) => `${prefix}${classification}`)
		);
	return {
		year,
		households: await open(GBAHUISHOUDENSBUS),
		addresses: await open(GBAADRESOBJECTBUS),
		places,
		incomes: await open(INHATAB),
		debts: await openDebts(files, year, dir)
	};
}

/** @throws InputError when the specification asks for what CBS tables do not give. */
export function requireCbsSpec(spec: Spec, domain: Domain): void {
	if (spec.source?.kind !== 'cbs') throw new InputError(`${spec.id}: source.kind must be cbs to read CBS tables.`);
	if (spec.unit.kind !== 'household' || spec.unit.contribution !== 1)
		throw new InputError(`${spec.id}: unit: CBS tables are measured per household, with a contribution of 1.`);
	requireCodable(domain);
	for (const column of codedColumns(domain))
		if (!(ANALYSIS_COLUMNS as readonly string[]).includes(column))
			throw new InputError(
				`${spec.id}: attributes: column ${column} is not known for CBS tables. Choose from ${ANALYSIS_COLUMNS.join(', ')}.`
			);
}

async function openTable(files: readonly TableFile[], table: CbsTable, year: number, dir: string): Promise<DataFile> {
	const found = await servingFile(files, table, year);
	if (found === undefined) throw missing(table, year, dir);
	const file = await openDataFile(found.path);
	requireColumns(file, table.columns);
	return file;
}

async function openDebts(files: readonly TableFile[], year: number, dir: string): Promise<DataFile> {
	const found = await servingFile(files, SCHULDENPROBLEMATIEKTAB, year);
	if (found === undefined) throw missing(SCHULDENPROBLEMATIEKTAB, year, dir);
	const file = await openDataFile(found.path);
	requireColumns(file, [...SCHULDENPROBLEMATIEKTAB.columns, debtColumn(year)]);
	return file;
}

/**
 * The file of a table that serves a period; checking and measuring both ask here, so that what is measured is what was
 * checked. Of debt files it is the newest that holds the reference date, which is in a column's name and not in the file's.
 */
export async function servingFile(
	files: readonly TableFile[],
	table: CbsTable,
	year: number
): Promise<TableFile | undefined> {
	if (table !== SCHULDENPROBLEMATIEKTAB) return fileForPeriod(files, table, year);
	const own = files.filter((file) => file.table === table).sort((a, b) => b.year - a.year || b.version - a.version);
	for (const found of own) {
		const file = await openDataFile(found.path).catch(() => undefined);
		if (file !== undefined && columnIndex(file, debtColumn(year)) >= 0) return found;
	}
	return own[0];
}

function missing(table: CbsTable, year: number, dir: string): InputError {
	return new InputError(`${table.name}: there is no file of this table for ${year} in ${dir} (csv or parquet).`);
}
