import { sql } from 'kysely';
import type { Engine } from './engine.ts';

/**
 * Writes a small public relation of keys and whole numbers, so that codes are found by a join. A key that is given twice
 * keeps its first value, so that a join never multiplies rows.
 */
export async function writeLookup(
	engine: Engine,
	relation: string,
	entries: Iterable<readonly [key: string | number, value: number]>
): Promise<void> {
	const values = new Map<string | number, number>();
	let text = true;
	for (const [key, value] of entries) {
		text = typeof key === 'string';
		if (!values.has(key)) values.set(key, value);
	}
	const { db } = engine;
	await db.schema.dropTable(relation).ifExists().execute();
	await db.schema
		.createTable(relation)
		.addColumn('key', text ? 'text' : 'integer')
		.addColumn('value', 'integer')
		.execute();
	if (values.size === 0) return;
	// Two bound texts: far faster than rows of bound values, of which a region tree would need some hundred statements.
	const keys = sql`from_json(${JSON.stringify([...values.keys()])}, ${text ? '["VARCHAR"]' : '["INTEGER"]'})`;
	const positions = sql`from_json(${JSON.stringify([...values.values()])}, '["INTEGER"]')`;
	const rows = sql`select unnest(${keys}), unnest(${positions})`;
	await db.insertInto(relation).columns(['key', 'value']).expression(rows).execute();
}
