import { readdirSync, statSync } from 'node:fs';
import { join, parse } from 'node:path';
import { InputError } from '../../errors.ts';
import { GBAADRESOBJECTBUS } from './gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from './gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from './gbapersoontab.ts';
import { INHATAB } from './inhatab.ts';
import { SCHULDENPROBLEMATIEKTAB } from './schuldenproblematiektab.ts';
import type { CbsTable } from './table.ts';
import { VSLGWBTAB } from './vslgwbtab.ts';

export const cbsTables: readonly CbsTable[] = [
	GBAPERSOONTAB,
	GBAHUISHOUDENSBUS,
	GBAADRESOBJECTBUS,
	VSLGWBTAB,
	INHATAB,
	SCHULDENPROBLEMATIEKTAB
];

/** A file of a CBS table in a folder, known by its name alone. */
export interface TableFile {
	readonly table: CbsTable;
	readonly year: number;
	readonly version: number;
	readonly path: string;
}

const READABLE = ['.parquet', '.csv'];

/**
 * The files of CBS tables in a folder: of each table and year the highest version, parquet before csv.
 * @throws InputError when the folder is missing, or when a table is there as .sav only.
 */
export function findTableFiles(dir: string): TableFile[] {
	if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
		throw new InputError(`${dir}: there is no such folder. Give the folder that holds the CBS tables.`);
	const found = new Map<string, TableFile>();
	const unread = new Map<string, string>();
	for (const name of readdirSync(dir).sort()) {
		const { name: stem, ext } = parse(name);
		for (const table of cbsTables) {
			const groups = table.fileName.exec(stem)?.groups;
			if (groups === undefined) continue;
			const file = { table, year: Number(groups.year), version: Number(groups.version), path: join(dir, name) };
			const key = `${table.name} ${file.year}`;
			if (ext.toLowerCase() === '.sav') unread.set(key, name);
			else if (READABLE.includes(ext.toLowerCase()) && isPreferred(file, found.get(key))) found.set(key, file);
		}
	}
	for (const [key, name] of unread)
		if (!found.has(key))
			throw new InputError(`${name}: SPSS files (.sav) are not supported yet. Convert the file to csv or parquet.`);
	return [...found.values()];
}

function isPreferred(file: TableFile, held: TableFile | undefined): boolean {
	if (held === undefined || file.version !== held.version) return file.version > (held?.version ?? -1);
	return file.path.toLowerCase().endsWith('.parquet');
}

/**
 * The file that serves a period: of a year table the year's own, of a cumulative table the first one that reaches the year, of
 * a reference table the newest.
 */
export function fileForPeriod(files: readonly TableFile[], table: CbsTable, year: number): TableFile | undefined {
	const own = files.filter((file) => file.table === table).sort((a, b) => a.year - b.year);
	if (table.kind === 'reference') return own.at(-1);
	return own.find((file) => (table.kind === 'cumulative' ? file.year >= year : file.year === year));
}
