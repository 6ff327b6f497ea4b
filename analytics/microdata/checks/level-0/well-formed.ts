import { sql, type RawBuilder } from 'kysely';
import type { Engine } from '../../../engine/engine.ts';
import type { DataFile } from '../../data-file.ts';
import { fileRows } from '../../rows.ts';
import { cbsTables } from '../../tables/registry.ts';
import type { CbsTable } from '../../tables/table.ts';
import type { Relation, RowRule } from '../rule.ts';

/** Lines with an open quotation mark, or with another number of fields than the header. */
export const wellFormed: RowRule = {
	id: 'well-formed',
	level: 0,
	severity: 'error',
	title: 'every line has the fields of the header and closes its quotation marks',
	tables: cbsTables,
	over: linesOf,
	broken: () => sql<boolean>`torn`
};

function linesOf(table: CbsTable): Relation {
	return {
		name: `lines of ${table.name}`,
		tables: [table],
		of: 'file',
		rows: async (data) => lines(data.engine, data.file(table).file)
	};
}

/** `torn` of each line of a csv file; no row of files of other formats, whose records have no lines. */
export function lines(engine: Engine, file: DataFile): RawBuilder<unknown> {
	if (file.format !== 'csv') return sql`(select false as torn where false)`;
	// The separator is a control character, so that each line is one field. A line with that character, with bytes that are no
	// text, with another line end than the rest, or longer than the reader takes stops the reading: the gate then fails.
	const filled = sql`(select line from read_csv(${file.path}, auto_detect = false, header = true, delim = chr(1),
		quote = '', escape = '', columns = {'line': 'VARCHAR'}, strict_mode = true, parallel = false,
		ignore_errors = false, null_padding = false) where line <> '')`;
	const rows = fileRows(engine, file, new Map());
	// The reader of the release must see as many rows as there are lines: whatever else could join or drop lines shows here.
	return sql`(select not regexp_full_match(line, ${linePattern(file)}) as torn from ${filled}
		union all select true where (select count(*) from ${filled}) <> (select count(*) from ${rows} as read))`;
}

/**
 * A whole line as RFC 4180 has it: each field in quotes from its first character to its last, with inner quotes doubled, or
 * without any quote. On such lines alone the reader cannot run over a line end, so no line can change another one.
 */
function linePattern({ delimiter, columns }: DataFile): string {
	const field = String.raw`("([^"]|"")*"|[^"${delimiter}]*)`;
	return `${field}([${delimiter}]${field}){${columns.length - 1}}`;
}
