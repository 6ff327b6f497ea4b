import { sql, type RawBuilder } from 'kysely';
import type { Domain } from '../contract/domain.ts';
import type { Engine } from '../engine/engine.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { amountColumn, REGION_COLUMN, type AnalysisFile } from './analysis-file.ts';
import { from, fromRelation } from './one-row.ts';

/**
 * Writes coded rows as the analysis file, without any other column. The rows are kept in as few bytes as their codes need.
 * @param relation the one that is written; another of this name is lost
 */
export async function writeAnalysisFile(
	engine: Engine,
	domain: Domain,
	coded: RowQuery,
	relation = 'analysis_file'
): Promise<AnalysisFile> {
	const stored = `${relation}_rows`;
	const { attributes, amounts = [], region } = domain;
	const kept = [
		...attributes.map(({ name, codes }) => ({ name, bytes: wholeNumber(codes.length), type: sql`integer` })),
		...(region === null ? [] : [{ name: REGION_COLUMN, bytes: sql`integer`, type: sql`integer` }]),
		...amounts.map(({ name }) => ({ name: amountColumn(name), bytes: sql`bigint`, type: sql`bigint` }))
	];
	const columns = (rows: RowQuery, cast: 'bytes' | 'type') =>
		rows.select((eb) =>
			kept.map((column) => sql<number>`cast(${eb.ref(`unit.${column.name}`)} as ${column[cast]})`.as(column.name))
		) as RowQuery;
	const { schema } = engine.db;
	await schema.dropView(relation).ifExists().execute();
	await schema.dropTable(stored).ifExists().execute();
	await schema
		.createTable(stored)
		.as(columns(from(engine, coded, 'unit'), 'bytes'))
		.execute();
	await schema
		.createView(relation)
		.as(columns(fromRelation(engine, `${stored} as unit`), 'type'))
		.execute();
	return { engine, relation: relation };
}

/** The type of positions in a list of codes. */
function wholeNumber(codes: number): RawBuilder<unknown> {
	return codes <= 128 ? sql`tinyint` : codes <= 32_768 ? sql`smallint` : sql`integer`;
}
