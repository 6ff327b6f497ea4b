import { sql, type RawBuilder } from 'kysely';
import { named } from '../../engine/named.ts';
import type { Engine } from '../../engine/engine.ts';
import { columnIndex, type DataFile } from '../data-file.ts';
import { fileRows, isAmong, isNineDigits, trimmed } from '../rows.ts';
import type { CbsTable, ColumnType } from '../tables/table.ts';

const NUMBERS: readonly ColumnType[] = ['amount', 'percentage', 'count', 'year', 'month', 'day'];

/**
 * The rows of a file with each known column as trimmed text, null when empty, and beside it as what it should hold, null
 * when it does not: `number`, `day` of the calendar, or `person` for a key of kind R with nine digits; of numbers also
 * whether they are `missing`. A column that the table needs and the file lacks is null. What a query does not use is not read,
 * and what a parquet file holds as a number is not written as text first.
 */
export function typedRows(engine: Engine, file: DataFile, table: CbsTable): RawBuilder<unknown> {
	const names = knownColumns(file, table);
	const absent = table.columns.filter((name) => !names.includes(name));
	const all = [...names, ...absent];
	const pairs = keyPairs(table).filter(([kind, key]) => all.includes(kind) && all.includes(key));
	const typed = [
		...all.map((name) => sql`${asText(file, table, name)} as ${text(name)}`),
		...names.filter((name) => isWhole(file, table, name)).map((name) => sql`${text(name)} as ${whole(name)}`),
		...all.filter((name) => isNumber(table, name)).flatMap((name) => asNumber(file, table, name)),
		...all.filter((name) => table.types[name] === 'date').map((name) => asDay(file, table, name)),
		...pairs.map(([kind, key]) => asPerson(file, table, kind, key))
	];
	return sql`(select ${sql.join(typed)} from ${rawRows(engine, file, table, names, absent)} as raw)`;
}

/** The columns as trimmed text, each trimmed once however often it is asked for; of a parquet file its whole numbers as they are. */
function rawRows(
	engine: Engine,
	file: DataFile,
	table: CbsTable,
	names: readonly string[],
	absent: readonly string[]
): RawBuilder<unknown> {
	const nulls = absent.map((name) => sql`cast(null as varchar) as ${text(name)}`);
	if (!isRaw(file, table)) {
		const texts = fileRows(engine, file, new Map(names.map((name) => [name, name])));
		return sql`(select ${sql.join([...names.map((name) => text(name)), ...nulls])} from ${texts} as file)`;
	}
	const places = file.columns.map((_, i) => named<string | null>(`c${i}`));
	const columns = names.map((name) => {
		const place = places[columnIndex(file, name)]!;
		return sql`${isWhole(file, table, name) ? place : trimmed(place)} as ${text(name)}`;
	});
	return sql`(select ${sql.join([...columns, ...nulls])} from read_parquet(${file.path}) as file(${sql.join(places)}))`;
}

const INTEGER = /^U?(TINY|SMALL|BIG)?INT(EGER)?$/;

/** Files with fractions are rare, and read as a release reads them: as text. */
function isRaw(file: DataFile, table: CbsTable): boolean {
	const types = knownColumns(file, table).map((name) => file.columns[columnIndex(file, name)]!.type);
	return file.format === 'parquet' && types.every((type) => type === 'VARCHAR' || INTEGER.test(type));
}

/** The file holds whole numbers in the column, not texts. */
export function isWhole(file: DataFile, table: CbsTable, column: string): boolean {
	const place = columnIndex(file, column);
	return place >= 0 && isRaw(file, table) && INTEGER.test(file.columns[place]!.type);
}

/** Columns of the table that the file has, as the table writes them; those found by a pattern, as the header does. */
export function knownColumns(file: DataFile, table: CbsTable): string[] {
	const named = [...table.columns, ...(table.optional ?? [])].filter((name) => columnIndex(file, name) >= 0);
	const taken = new Set(named.map((name) => name.toLowerCase()));
	const found = file.columns.map(({ name }) => name).filter((name) => table.yearColumns?.test(name) ?? false);
	const typed = new Map(Object.keys(table.types).map((name) => [name.toLowerCase(), name]));
	const others = found.map((name) => typed.get(name.toLowerCase()) ?? name);
	return [...named, ...new Set(others.filter((name) => !taken.has(name.toLowerCase())))];
}

/** Each column that tells a kind of key, with the key that follows it. */
export function keyPairs(table: CbsTable): [kind: string, key: string][] {
	const names = [...table.columns, ...(table.optional ?? [])];
	return names.flatMap((name, i): [string, string][] => (table.types[name] === 'kind' ? [[name, names[i + 1]!]] : []));
}

export function text(column: string): RawBuilder<string | null> {
	return named(column);
}

export function number(column: string): RawBuilder<number | null> {
	return named(`${column} number`);
}

/** A column of whole numbers, where `isWhole`. */
export function whole(column: string): RawBuilder<number | null> {
	return named(`${column} whole`);
}

export function day(column: string): RawBuilder<Date | null> {
	return named(`${column} day`);
}

/** The person whose key stands in a column. */
export function person(key: string): RawBuilder<number | null> {
	return named(`${key} person`);
}

/** The person, or the main earner, whose row it is. */
export function owner(table: CbsTable): RawBuilder<number | null> {
	const [first] = keyPairs(table);
	if (first === undefined) throw new RangeError(`${table.name} has no person key`);
	return person(first[1]);
}

export function isNumber(table: CbsTable, column: string): boolean {
	const type = table.types[column];
	return type !== undefined && NUMBERS.includes(type);
}

function asText(file: DataFile, table: CbsTable, name: string): RawBuilder<unknown> {
	return isWhole(file, table, name) ? sql`cast(${text(name)} as varchar)` : text(name);
}

/** Numbers that no sum makes overflow: of texts decimals, because a cast to them takes no infinity. */
function asNumber(file: DataFile, table: CbsTable, name: string): RawBuilder<unknown>[] {
	const held = isWhole(file, table, name);
	const value = held ? sql`cast(${text(name)} as double)` : sql`try_cast(${text(name)} as decimal(18, 2))`;
	const marks = table.missing.filter((mark) => (held ? /^-?[1-9]\d*$/.test(mark) : mark !== ''));
	const listed = held ? marks.map(Number) : marks;
	const known = held ? text(name) : asText(file, table, name);
	const isMissing = marks.length === 0 ? sql`${known} is null` : sql`coalesce(${isAmong(known, listed)}, true)`;
	return [sql`${value} as ${number(name)}`, sql`${isMissing} as ${named(`${name} missing`)}`];
}

function asDay(file: DataFile, table: CbsTable, name: string): RawBuilder<unknown> {
	return sql`cast(try_strptime(${asText(file, table, name)}, '%Y%m%d') as date) as ${day(name)}`;
}

function asPerson(file: DataFile, table: CbsTable, kind: string, key: string): RawBuilder<unknown> {
	const digits = asText(file, table, key);
	return sql`case when ${asText(file, table, kind)} = 'R' and ${isNineDigits(digits)}
		then try_cast(${digits} as integer) end as ${person(key)}`;
}
