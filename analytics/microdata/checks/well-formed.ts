import { sql } from 'kysely';
import type { DataFile } from '../data-file.ts';
import type { RowQuery } from '../rows.ts';
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
	const line = sql<string>`line`;
	const quotes = sql<number>`(length(${line}) - length(replace(${line}, '"', '')))`;
	const bare = sql<string>`regexp_replace(${line}, '"[^"]*"', '', 'g')`;
	const separators = sql<number>`length(${bare}) - length(replace(${bare}, ${file.delimiter}, ''))`;
	// The separator is a control character that no line holds, so that each line is one field, bad bytes included.
	const lines = sql<{ line: string }>`read_csv(${file.path}, auto_detect = false, header = true, delim = chr(1),
		quote = '', escape = '', columns = {'line': 'VARCHAR'}, strict_mode = false, parallel = false,
		ignore_errors = true, null_padding = false)`.as('file');
	const all = data.engine.db.selectFrom(lines as never) as unknown as RowQuery;
	return data.count(
		all.selectAll().where(sql<boolean>`${quotes} % 2 = 1 or ${separators} <> ${file.columns.length - 1}`) as RowQuery
	);
}
