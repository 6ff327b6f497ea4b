import { readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { basename, join, parse, relative, sep } from 'node:path';
import { InputError } from '../../errors.ts';
import { cbsTables } from './all-tables.ts';
import { compareFiles, FORMATS, namedFile, type NamedFile, type TableFile, type TableFormat } from './table-file.ts';
import type { CbsTable } from './table.ts';

export { cbsTables } from './all-tables.ts';
export { fileForPeriod, type TableFile } from './table-file.ts';

/** CBS keeps the files of a table in a folder of its own, such as Bevolking/GBAPERSOONTAB. */
const DEPTH = 2;

/** Which file of a table was chosen; for people and manifests. */
export interface ChosenFile {
	readonly table: string;
	readonly year: number;
	readonly month?: number;
	/** Path within the folder, with slashes. */
	readonly file: string;
	readonly version: number;
	readonly format: TableFormat;
	readonly passedOver: readonly string[];
}

/**
 * The files of CBS tables in a folder and the folders in it: of each table and year, or month, the highest version, and of that
 * parquet before SPSS before csv. Names decide alone; no file is opened.
 * @throws InputError when the folder is missing, or when two files are equally good.
 */
export function findTableFiles(dir: string): TableFile[] {
	if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory())
		throw new InputError(`${dir}: there is no such folder. Give the folder that holds the CBS tables.`);
	const rivals = new Map<string, NamedFile[]>();
	for (const path of filesIn(dir, realpathSync(dir), DEPTH)) {
		const file = tableFileAt(path);
		if (file === undefined) continue;
		const period = `${file.table.name} ${file.year} ${file.month ?? ''}`;
		rivals.set(period, [...(rivals.get(period) ?? []), file]);
	}
	return [...rivals.values()].map((files) => best(files, dir)).sort(byTableAndPeriod);
}

/** What `findTableFiles` chose and what it passed over, as plain data. */
export function chosenFiles(dir: string): ChosenFile[] {
	return findTableFiles(dir).map((file) => chosenFile(dir, file));
}

export function chosenFile(dir: string, file: TableFile): ChosenFile {
	const { table, year, month, version, format, path, passedOver } = file;
	const period = { year, ...(month === undefined ? {} : { month }) };
	return { table: table.name, ...period, file: within(dir, path), version, format, passedOver };
}

/** Files of a table by their names, in formats that are not read, such as Stata's. */
export function unreadFiles(dir: string, table: CbsTable): string[] {
	const others = filesIn(dir, realpathSync(dir), DEPTH).filter((path) => formatOf(path) === undefined);
	return others.filter((path) => table.fileName.test(parse(path).name)).map((path) => within(dir, path));
}

function tableFileAt(path: string): NamedFile | undefined {
	const format = formatOf(path);
	if (format === undefined) return undefined;
	for (const table of cbsTables) {
		const file = namedFile(table, parse(path).name, format, path);
		if (file !== null) return file;
	}
	return undefined;
}

function formatOf(path: string): TableFormat | undefined {
	const ending = parse(path).ext.toLowerCase();
	return FORMATS.find((format) => ending === `.${format}`);
}

function best(files: NamedFile[], dir: string): TableFile {
	const [first, ...rest] = [...files].sort(compareFiles) as [NamedFile, ...NamedFile[]];
	const equal = rest.find((file) => compareFiles(first, file) === 0);
	if (equal !== undefined) {
		const [one, other] = [within(dir, first.path), within(dir, equal.path)].sort();
		throw new InputError(
			`${one} and ${other} are both version ${first.version} of ${first.table.name} for ${first.year}, and nothing tells which one counts. Keep one of them in ${basename(dir)}.`
		);
	}
	const { table, year, month, version, format, path } = first;
	const passedOver = rest.map((file) => within(dir, file.path)).sort();
	return { table, year, ...(month === undefined ? {} : { month }), version, format, path, passedOver };
}

function byTableAndPeriod(a: TableFile, b: TableFile): number {
	const place = cbsTables.indexOf(a.table) - cbsTables.indexOf(b.table);
	return place || a.year - b.year || (a.month ?? 12) - (b.month ?? 12);
}

/** Paths of the files in a folder, and in the folders in it to a depth. */
function filesIn(dir: string, root: string, depth: number): string[] {
	return entriesOf(dir, depth).flatMap((entry) => {
		const path = join(dir, entry.name);
		const kind = kindOf(entry, path, root);
		if (kind === 'file') return [path];
		return kind === 'folder' && depth > 0 ? filesIn(path, root, depth - 1) : [];
	});
}

/** A folder inside the one that was named is passed over when it may not be opened: it is somebody else's. */
function entriesOf(dir: string, depth: number): Dirent[] {
	try {
		return readdirSync(dir, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code !== 'EACCES' && code !== 'EPERM') throw error;
		if (depth === DEPTH) throw new InputError(`${dir}: this folder may not be opened. Ask for the right to read it.`);
		return [];
	}
}

/** A link to a place outside the folder is neither: what is measured lies in the folder that was named. */
function kindOf(entry: Dirent, path: string, root: string): 'file' | 'folder' | null {
	if (!entry.isSymbolicLink()) return entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : null;
	const found = statSync(path, { throwIfNoEntry: false });
	if (found === undefined || !realpathSync(path).startsWith(root + sep)) return null;
	return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : null;
}

function within(dir: string, path: string): string {
	return relative(dir, path).replaceAll(sep, '/');
}
