import { structValue } from '@duckdb/node-api';
import { sql, type Expression, type RawBuilder, type SelectQueryBuilder } from 'kysely';
import { written } from '../engine/written.ts';
import type { Engine, Relations } from '../engine/engine.ts';
import { columnIndex, type DataFile, type FileColumn } from './data-file.ts';

export type RowQuery = SelectQueryBuilder<Relations, string, Record<string, string | number | null>>;

/** Place of a row in its file, counted from 1. */
export const POSITION = 'position';

export interface RowOptions {
	/** Absent: true. Rows that are numbered are read by one thread. */
	readonly numbered?: boolean;
	/** Columns that are wanted as numbers (DOUBLE, null when there is none) instead. */
	readonly numbers?: readonly string[];
}

/**
 * The rows of a file with the wanted columns as trimmed text (null when empty), under the given aliases, and `position`.
 * Total: a line that is not valid text is no row, a field too many is ignored, and nothing is converted that could fail.
 * An unclosed quotation mark takes in what follows it; the quality gate finds such files.
 */
export function fileRows(
	engine: Engine,
	file: DataFile,
	columns: ReadonlyMap<string, string>,
	{ numbered = true, numbers = [] }: RowOptions = {}
): RowQuery {
	const names = file.columns.map((_, i) => `c${i}`);
	const columnNames = sql.join(names.map((name) => engine.db.dynamic.ref(name)));
	const source = sql<Relations[string]>`${reader(engine, file, names)}`.as<string>(sql`file(${columnNames})`);
	const query = engine.db.selectFrom(source as never) as unknown as RowQuery;
	return query.select((eb) => [
		...(numbered ? [sql<number>`row_number() over ()`.as(POSITION)] : []),
		...[...columns].map(([name, alias]) => {
			const index = columnIndex(file, name);
			const column = eb.ref(names[index]!);
			const value: RawBuilder<string | number | null> = numbers.includes(name)
				? asNumber(column)
				: asText(column, file.columns[index]!);
			return value.as(alias);
		})
	]) as RowQuery;
}

/**
 * Null when nothing is left. Texts without a blank at either end, as nearly all are, skip the trimming itself: what is empty
 * or begins with a blank sorts before '!'.
 */
export function trimmed(text: Expression<string | null>): RawBuilder<string | null> {
	return sql`case when ${text} < '!' or suffix(${text}, ' ') then nullif(trim(${text}), '') else ${text} end`;
}

/**
 * Whether the value is one of a few public ones, null when there is none. The engine takes the operator `in` for a join with
 * the list, which costs ten times as much.
 */
export function isAmong(value: Expression<unknown>, list: readonly (string | number)[]): RawBuilder<boolean> {
	return sql`list_contains([${sql.join(list.map((one) => (typeof one === 'number' ? written(one) : sql.val(one))))}], ${value})`;
}

/** Exactly nine digits. A pattern of this kind is matched twice as fast as a regular expression. */
export function isNineDigits(text: Expression<unknown>): RawBuilder<boolean> {
	return sql`${text} glob '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'`;
}

function reader(engine: Engine, file: DataFile, names: readonly string[]): Expression<unknown> {
	if (file.format === 'parquet') return sql`read_parquet(${file.path})`;
	if (file.relation !== undefined) return sql`(select * from ${engine.db.dynamic.ref(file.relation)})`;
	if (file.format !== 'csv') throw new RangeError(`a file of format ${file.format} is loaded before it is read`);
	const types = structValue(Object.fromEntries(names.map((name) => [name, 'VARCHAR'])));
	return sql`read_csv(${file.path}, auto_detect = false, header = true, delim = ${file.delimiter}, quote = '"',
		escape = '"', columns = ${types}, ignore_errors = true, strict_mode = false, parallel = false)`;
}

function asNumber(column: Expression<unknown>): RawBuilder<number | null> {
	return sql`try_cast(${column} as double)`;
}

/** A whole number held as floating point reads as that whole number. Only texts can hold blanks. */
function asText(column: Expression<unknown>, { type, floating }: FileColumn): RawBuilder<string | null> {
	if (type === 'VARCHAR') return trimmed(sql`${column}`);
	if (!floating) return sql`cast(${column} as varchar)`;
	const whole = sql`try_cast(${column} as bigint)`;
	return sql`cast(case when ${whole} = ${column} then cast(${whole} as varchar) else cast(${column} as varchar) end as varchar)`;
}
