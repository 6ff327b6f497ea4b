import type { Engine } from './engine.ts';

const BATCH = 500;

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
	const rows = [...values].map(([key, value]) => ({ key, value }));
	for (let i = 0; i < rows.length; i += BATCH)
		await db
			.insertInto(relation)
			.values(rows.slice(i, i + BATCH))
			.execute();
}
