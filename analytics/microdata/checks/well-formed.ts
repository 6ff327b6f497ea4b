import { sql } from 'kysely';
import type { DataFile } from '../data-file.ts';
import { fileRows, type RowQuery } from '../rows.ts';
import { cbsTables } from '../tables/registry.ts';
import type { CheckData, CheckRule } from './rule.ts';

/** Lines with an open quotation mark, or with another number of fields than the header. */
export const wellFormed: CheckRule = {
	id: 'well-formed',
	level: 0,
	severity: 'error',
	title: 'every line has the fields of the header and closes its quotation marks',
	tables: cbsTables,
	broken: (data, table) => brokenLines(data, data.file(table))
};

export async function brokenLines(data: CheckData, file: DataFile): Promise<number> {
	if (file.format === 'parquet') return 0;
	// The separator is a control character, so that each line is one field. A line with that character, with bytes that are no
	// text, with another line end than the rest, or longer than the reader takes stops the reading: the gate then fails.
	const lines = sql<{ line: string }>`read_csv(${file.path}, auto_detect = false, header = true, delim = chr(1),
		quote = '', escape = '', columns = {'line': 'VARCHAR'}, strict_mode = true, parallel = false,
		ignore_errors = false, null_padding = false)`.as('file');
	const all = data.engine.db.selectFrom(lines as never) as unknown as RowQuery;
	const filled = all.selectAll().where('line', '<>', '') as RowQuery;
	const broken = await data.count(
		filled.where(sql<boolean>`not regexp_full_match(line, ${linePattern(file)})`) as RowQuery
	);
	// The reader of the release must see as many rows as there are lines: whatever else could join or drop lines shows here.
	const rows = await data.count(fileRows(data.engine, file, new Map()));
	return broken + Math.abs((await data.count(filled)) - rows);
}

/**
 * A whole line as RFC 4180 has it: each field in quotes from its first character to its last, with inner quotes doubled, or
 * without any quote. On such lines alone the reader cannot run over a line end, so no line can change another one.
 */
function linePattern({ delimiter, columns }: DataFile): string {
	const field = String.raw`("([^"]|"")*"|[^"${delimiter}]*)`;
	return `${field}([${delimiter}]${field}){${columns.length - 1}}`;
}
