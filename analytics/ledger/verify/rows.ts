import type { ClientBase } from 'pg';

let cursors = 0;

/** Rows one by one, however many there are. */
export async function* rowsOf<Row>(client: ClientBase, query: string): AsyncGenerator<Row> {
	const cursor = `voorzicht_rows_${++cursors}`;
	await client.query(`declare ${cursor} no scroll cursor for ${query}`);
	for (;;) {
		const { rows } = await client.query(`fetch 500 from ${cursor}`);
		yield* rows as Row[];
		if (rows.length < 500) break;
	}
	await client.query(`close ${cursor}`);
}
