import { sql, type Expression, type RawBuilder } from 'kysely';
import type { Domain } from '../contract/domain.ts';
import type { Source, Spec } from '../contract/spec.ts';
import type { Engine } from '../engine/engine.ts';
import { InputError } from '../errors.ts';
import type { AnalysisFile } from '../population/analysis-file.ts';
import { codedColumns, codedRows, finiteNumber, leafCodes, requireCodable } from '../population/coding.ts';
import { firstSpells } from '../population/spells.ts';
import { writeAnalysisFile } from '../population/write-analysis-file.ts';
import { openDataFile, requireColumns, type DataFile } from './data-file.ts';
import { loaded } from './load.ts';
import { fileRows, POSITION, type RowQuery } from './rows.ts';

export type TableSource = Extract<Source, { kind: 'table' }>;
type Where = NonNullable<TableSource['where']>[number];

/** Texts that mean: no value; in lower case, as any case of them counts. */
export const MISSING = ['', 'na', 'n/a', 'nan', 'null', 'none', '.', '-'] as const;

/**
 * Looks whether the file can serve as the source of the specification. Reads the header only.
 * @throws InputError naming the file and what it lacks.
 */
export async function validateTableSource(spec: Spec, domain: Domain, file: string): Promise<void> {
	await tableFile(spec, domain, file);
}

async function tableFile(spec: Spec, domain: Domain, file: string): Promise<DataFile> {
	requireCodable(domain);
	const data = await openDataFile(file);
	requireColumns(data, sourceColumns(tableSource(spec), domain));
	return data;
}

/**
 * The analysis file of one person- or household-level file. In this order, by public rules that look at one unit at a time:
 * rows that fail a filter are left out; rows without a unit key are left out; of each unit the first `contribution` rows in
 * file order count, and in a series the rows that `firstSpells` leaves. Without a unit column every row is a unit.
 */
export async function tableAnalysisFile(
	spec: Spec,
	domain: Domain,
	file: string,
	engine: Engine
): Promise<AnalysisFile> {
	const data = await tableFile(spec, domain, file);
	const source = tableSource(spec);
	const aliases = columnAliases(source, domain);
	const aliasOf = (column: string) => aliases.get(column)!;
	const readable = await loaded(engine, data, aliases.keys());
	let rows = from(engine, fileRows(engine, readable, aliases), 'line');
	for (const where of source.where ?? []) rows = filtered(rows, where, `line.${aliasOf(where.column)}`);
	rows = rows.selectAll() as RowQuery;
	const code = (wanted: RowQuery, kept: readonly string[] = []) =>
		codedRows(engine, domain, wanted, aliasOf, leafCodes(domain), kept);
	if (source.unit === undefined) return writeAnalysisFile(engine, domain, await code(rows));
	const keyed = keyedRows(engine, rows, aliasOf(source.unit));
	if (domain.series === undefined)
		return writeAnalysisFile(engine, domain, await code(firstRows(engine, keyed, spec.unit.contribution)));
	const coded = await code(keyed, [KEYED.unit, KEYED.position]);
	return writeAnalysisFile(engine, domain, await firstSpells(engine, domain, domain.series, coded, KEYED));
}

/** Each source column with a name of ours: a column may be called anything. */
export function columnAliases(source: TableSource, domain: Domain): Map<string, string> {
	return new Map(sourceColumns(source, domain).map((column, i) => [column, `v${i}`]));
}

function tableSource(spec: Spec): TableSource {
	if (spec.source?.kind === 'table') return spec.source;
	throw new InputError(`${spec.id}: source.kind must be table to read a single file.`);
}

function sourceColumns(source: TableSource, domain: Domain): string[] {
	const columns = [...codedColumns(domain), ...(source.where ?? []).map((where) => where.column)];
	if (source.unit !== undefined) columns.push(source.unit);
	return [...new Set(columns)];
}

/** Keeps rows whose value is listed, or lies in min..max with both ends; a missing value is neither. */
function filtered(rows: RowQuery, where: Where, column: string): RowQuery {
	if ('in' in where) return rows.where(column, 'in', where.in);
	const { min = -Number.MAX_VALUE, max = Number.MAX_VALUE } = where;
	return rows.where((eb) => sql<boolean>`${finiteNumber(eb.ref(column))} between ${min} and ${max}`);
}

/** Names with a hyphen, which no attribute has. */
const KEYED = { unit: 'unit-key', position: 'unit-row' };

/** The rows that name their unit, with its key and their place in the file. */
function keyedRows(engine: Engine, rows: RowQuery, unit: string): RowQuery {
	const keyed = from(engine, rows, 'kept')
		.selectAll()
		.select((eb) => [
			unitKey(eb.ref(`kept.${unit}`)).as(KEYED.unit),
			eb.ref(`kept.${POSITION}`).as(KEYED.position)
		]) as RowQuery;
	return from(engine, keyed, 'keyed')
		.where((eb) => sql<boolean>`lower(${eb.ref(`keyed.${KEYED.unit}`)}) not in (${sql.join([...MISSING])})`)
		.selectAll() as RowQuery;
}

function firstRows(engine: Engine, keyed: RowQuery, contribution: number): RowQuery {
	const numbered = from(engine, keyed, 'named')
		.selectAll()
		.select((eb) =>
			sql<number>`row_number() over (partition by ${eb.ref(KEYED.unit)} order by ${eb.ref(KEYED.position)})`.as('turn')
		) as RowQuery;
	return from(engine, numbered, 'numbered').where('numbered.turn', '<=', contribution).selectAll() as RowQuery;
}

function from(engine: Engine, rows: RowQuery, alias: string): RowQuery {
	return engine.db.selectFrom(rows.as(alias) as never) as unknown as RowQuery;
}

/** A key with a blank more at either end, or with its accents composed otherwise, is the same key. */
export function unitKey(column: Expression<unknown>): RawBuilder<string> {
	return sql<string>`trim(nfc_normalize(coalesce(${column}, '')), ${BLANKS})`;
}

const BLANKS = ' \t\r\n\v\f\u00a0\u200b\ufeff';
