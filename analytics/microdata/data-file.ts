import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import { readDictionary } from './sav/dictionary.ts';

/** A file of microdata as its header tells it. */
export interface DataFile {
	readonly path: string;
	/** The engine reads csv and parquet by itself; the records of a sav file become a relation first, see `loaded`. */
	readonly format: 'csv' | 'parquet' | 'sav' | 'relation';
	/** Field separator of a csv file. */
	readonly delimiter: string;
	readonly columns: readonly FileColumn[];
	/** Name of the relation that holds the wanted columns of the file, in this order; of format `relation` only. */
	readonly relation?: string;
}

export interface FileColumn {
	readonly name: string;
	/** Type in the engine, such as VARCHAR; every csv column is text, and a sav column is VARCHAR or DOUBLE. */
	readonly type: string;
	/** Holds floating-point numbers, so that a code 1 reads back as 1.0. */
	readonly floating: boolean;
}

const READERS: Readonly<Record<string, (path: string) => DataFile | Promise<DataFile>>> = {
	'.csv': csvFile,
	'.parquet': parquetFile,
	'.sav': savFile,
	'.zsav': savFile
};

const DELIMITERS = [',', ';', '\t'];
const MOST_COLUMNS = 1000;
/** No header line is longer. */
const HEADER_BYTES = 1 << 20;

/**
 * Reads the header of a csv, parquet, sav or zsav file.
 * @throws InputError when the file is missing, empty, or of another kind.
 */
export async function openDataFile(path: string): Promise<DataFile> {
	const extension = extname(path).toLowerCase();
	const read = READERS[extension];
	if (read === undefined)
		throw new InputError(
			`${path}: microdata are read from .csv, .parquet, .sav and .zsav files. Give a file of one of these kinds.`
		);
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat === undefined || !stat.isFile()) throw new InputError(`${path}: there is no such file.`);
	if (stat.size === 0) throw new InputError(`${path}: the file is empty. It needs a header line.`);
	return read(path);
}

/** Place of a column in the file: the exact name first, else the same name in other case; -1 when absent. */
export function columnIndex(file: DataFile, name: string): number {
	const exact = file.columns.findIndex((column) => column.name === name);
	if (exact >= 0) return exact;
	return file.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase());
}

/**
 * @throws InputError naming what is missing. What a csv file has instead is not told: without a header line, its first line is
 * a record.
 */
export function requireColumns(file: DataFile, names: Iterable<string>): void {
	const wanted = [...new Set(names)];
	const missing = wanted.filter((name) => columnIndex(file, name) < 0);
	if (missing.length === 0) return requireReadable(file, wanted);
	const word = missing.length === 1 ? 'column' : 'columns';
	const hint =
		file.format !== 'csv'
			? `The file has ${file.columns.map((column) => column.name).join(', ')}.`
			: 'The first line of the file must name its columns, spelled like this.';
	throw new InputError(`${basename(file.path)}: ${word} ${missing.join(', ')} missing. ${hint}`);
}

/** Types whose every value can be written as text; of others, such as times, a strange value can stop the reading. */
const READABLE = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\)|VARCHAR|BOOLEAN)$/;

function requireReadable(file: DataFile, names: readonly string[]): void {
	for (const name of names) {
		const { type } = file.columns[columnIndex(file, name)]!;
		if (!READABLE.test(type))
			throw new InputError(
				`${basename(file.path)}: column ${name} has type ${type}, which is not read. Write it as text or as a number.`
			);
	}
}

function csvFile(path: string): DataFile {
	const head = headerLine(path);
	const delimiter = likeliestDelimiter(head);
	const names = headerFields(head, delimiter).map((name) => name.trim());
	if (names.every((name) => name === ''))
		throw new InputError(`${path}: the file has no header line with column names.`);
	if (names.length > MOST_COLUMNS)
		throw new InputError(`${path}: the file has more than ${MOST_COLUMNS} columns. Keep the ones that are needed.`);
	return { path, format: 'csv', delimiter, columns: names.map((name) => ({ name, type: 'VARCHAR', floating: false })) };
}

/** The fields of the header line; none when it cannot be read. */
function headerFields(head: Buffer, delimiter: string): string[] {
	try {
		return parse(head, { bom: true, to: 1, delimiter, relax_column_count: true, relax_quotes: true })[0] ?? [];
	} catch {
		return [];
	}
}

/** The header line, without its end. */
function headerLine(path: string): Buffer {
	const buffer = Buffer.alloc(HEADER_BYTES);
	const file = openSync(path, 'r');
	try {
		const head = buffer.subarray(0, readSync(file, buffer, 0, HEADER_BYTES, 0));
		// Whatever ends a line: beyond the header there are records, which decide nothing here.
		const end = head.findIndex((byte) => byte === 0x0a || byte === 0x0d);
		return end < 0 ? head : head.subarray(0, end);
	} finally {
		closeSync(file);
	}
}

/** The separator that occurs most in the header, outside quotes. */
function likeliestDelimiter(head: Buffer): string {
	const bare = head.toString('utf8').replace(/"[^"]*"/g, '');
	const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
	return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function savFile(path: string): DataFile {
	const columns = readDictionary(path).variables.map(({ name, kind }) =>
		kind === 'text' ? { name, type: 'VARCHAR', floating: false } : { name, type: 'DOUBLE', floating: true }
	);
	return { path, format: 'sav', delimiter: '', columns };
}

/** Headers by what the disk says of the file: one is asked for many times, and each time would take an engine of its own. */
const parquetHeaders = new Map<string, Promise<DataFile>>();

function parquetFile(path: string): Promise<DataFile> {
	const { ino, size, mtimeNs, ctimeNs } = statSync(path, { bigint: true });
	const stamp = [path, ino, size, mtimeNs, ctimeNs].join(' ');
	const known = parquetHeaders.get(stamp);
	if (known !== undefined) return known;
	const header = readParquetHeader(path);
	parquetHeaders.set(stamp, header);
	return header;
}

async function readParquetHeader(path: string): Promise<DataFile> {
	const engine = await openEngine({ readable: [path], threads: 1 });
	try {
		const described = sql<{ column_name: string; column_type: string }>`describe select * from read_parquet(${path})`;
		const { rows } = await described.execute(engine.db);
		const columns = rows.map(({ column_name: name, column_type: type }) => ({
			name,
			type,
			floating: type === 'DOUBLE' || type === 'FLOAT'
		}));
		return { path, format: 'parquet', delimiter: '', columns };
	} catch {
		throw new InputError(`${path}: the file cannot be read as parquet.`);
	} finally {
		await engine.close();
	}
}
