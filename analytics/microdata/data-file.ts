import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { openEngine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';

/** A file of microdata as its header tells it; no record has been read. */
export interface DataFile {
	readonly path: string;
	readonly format: 'csv' | 'parquet';
	/** Field separator of a csv file. */
	readonly delimiter: string;
	readonly columns: readonly FileColumn[];
}

export interface FileColumn {
	readonly name: string;
	/** Type in a parquet file, such as VARCHAR; every csv column is text. */
	readonly type: string;
	/** Holds floating-point numbers, so that a code 1 reads back as 1.0. */
	readonly floating: boolean;
}

const DELIMITERS = [',', ';', '\t'];
const MOST_COLUMNS = 1000;
/** No header line is longer. */
const HEADER_BYTES = 1 << 20;

/**
 * Reads the header of a csv or parquet file.
 * @throws InputError when the file is missing, empty, or of another kind.
 */
export async function openDataFile(path: string): Promise<DataFile> {
	const extension = extname(path).toLowerCase();
	if (extension === '.sav')
		throw new InputError(`${path}: SPSS files (.sav) are not supported yet. Convert the file to csv or parquet.`);
	if (extension !== '.csv' && extension !== '.parquet')
		throw new InputError(
			`${path}: microdata are read from .csv and .parquet files. Give a file of one of these kinds.`
		);
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat === undefined || !stat.isFile()) throw new InputError(`${path}: there is no such file.`);
	if (stat.size === 0) throw new InputError(`${path}: the file is empty. It needs a header line.`);
	return extension === '.csv' ? csvFile(path) : parquetFile(path);
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
		file.format === 'parquet'
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

async function parquetFile(path: string): Promise<DataFile> {
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
