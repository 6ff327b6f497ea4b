import { sql } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { RowQuery } from '../microdata/rows.ts';

/** A query on a query. */
export function from(engine: Engine, rows: RowQuery, alias: string): RowQuery {
	return engine.db.selectFrom(rows.as(alias) as never) as unknown as RowQuery;
}

/** A query on a relation. */
export function fromRelation(engine: Engine, relation: string): RowQuery {
	return engine.db.selectFrom(relation) as unknown as RowQuery;
}

/** Writes what a query finds as a relation, in the place of any other of that name. */
export async function write(engine: Engine, relation: string, rows: RowQuery): Promise<void> {
	await engine.db.schema.dropTable(relation).ifExists().execute();
	await engine.db.schema.createTable(relation).as(rows).execute();
}

/** Which of several rows counts: the columns to sort by, with `desc` where the greatest comes first. */
export type Order = readonly (readonly [column: string, direction?: 'desc'])[];

/** Of the rows with the same value of a key column the first. */
export function firstRowPer(
	engine: Engine,
	rows: RowQuery,
	key: string,
	order: Order,
	columns: readonly string[]
): RowQuery {
	const { ref } = engine.db.dynamic;
	const keys = order.map(([column, direction]) =>
		direction === 'desc' ? sql`${ref(column)} desc nulls last` : sql`${ref(column)} nulls last`
	);
	const turn = sql<number>`row_number() over (partition by ${ref(key)} order by ${sql.join(keys)})`;
	const ranked = from(engine, rows, 'any').selectAll().select(turn.as('turn')) as RowQuery;
	return from(engine, ranked, 'ranked').where('turn', '=', 1).select(columns) as RowQuery;
}

export interface OneRow {
	readonly key: string;
	/** Columns without which a row does not count. */
	readonly present?: readonly string[];
	readonly order: Order;
	readonly columns: readonly string[];
}

/**
 * Writes, of rows with a key, the first for each value of it as a relation. Nearly all keys have a single row to begin with, so
 * only the others are sorted and written again.
 */
export async function writeOneRowPer(
	engine: Engine,
	name: string,
	rows: RowQuery,
	{ key, present = [], order, columns }: OneRow
): Promise<void> {
	const [repeated, first] = [`${name}_repeated`, `${name}_first`];
	const complete = [key, ...present].reduce(
		(query, column) => query.where(column, 'is not', null),
		from(engine, rows, 'any')
	);
	await write(engine, name, complete.select(columns) as RowQuery);
	const several = fromRelation(engine, name)
		.groupBy(key)
		.having(sql<boolean>`count(*) > 1`)
		.select(key);
	await write(engine, repeated, several as RowQuery);
	const keys = fromRelation(engine, repeated).select(key) as never;
	const among = fromRelation(engine, name).where(key, 'in', keys).selectAll() as RowQuery;
	await write(engine, first, firstRowPer(engine, among, key, order, columns));
	await engine.db.deleteFrom(name).where(key, 'in', keys).execute();
	await engine.db
		.insertInto(name)
		.columns([...columns])
		.expression(fromRelation(engine, first).select(columns) as never)
		.execute();
	for (const used of [repeated, first]) await engine.db.schema.dropTable(used).execute();
}
