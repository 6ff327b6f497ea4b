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

/**
 * Of rows with a key the first for each value of it, as a query on relations that are written under the given name. Nearly all
 * keys have a single row to begin with, so only the others are sorted.
 * @param present columns without which a row does not count
 */
export async function oneRowPer(
	engine: Engine,
	name: string,
	rows: RowQuery,
	{ key, present = [], order, columns }: OneRow
): Promise<RowQuery> {
	const [all, repeated] = [`${name}_all`, `${name}_repeated`];
	await write(engine, all, rows);
	const complete = () => {
		const required = [key, ...present];
		return required.reduce((query, column) => query.where(column, 'is not', null), fromRelation(engine, all));
	};
	const several = complete()
		.groupBy(key)
		.having(sql<boolean>`count(*) > 1`)
		.select(key);
	await write(engine, repeated, several as RowQuery);
	const keys = fromRelation(engine, repeated).select(key) as never;
	const single = complete().where(key, 'not in', keys).select(columns);
	const first = firstRowPer(engine, complete().where(key, 'in', keys).selectAll() as RowQuery, key, order, columns);
	return single.unionAll(first as never) as unknown as RowQuery;
}

export interface OneRow {
	readonly key: string;
	readonly present?: readonly string[];
	readonly order: Order;
	readonly columns: readonly string[];
}

/** As `oneRowPer`, written as the relation of the name. */
export async function writeOneRowPer(engine: Engine, name: string, rows: RowQuery, rule: OneRow): Promise<void> {
	await write(engine, name, await oneRowPer(engine, name, rows, rule));
	for (const used of [`${name}_all`, `${name}_repeated`]) await engine.db.schema.dropTable(used).execute();
}
