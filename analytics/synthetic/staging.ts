import { join } from 'node:path';
import { DuckDBDataChunk, DuckDBInstance, INTEGER, type DuckDBAppender, type DuckDBConnection } from '@duckdb/node-api';
import { stagedRows } from './staging-files.ts';
import { stagedTables, stagingInto, type RowSink, type Staging } from './staging-layout.ts';

// Staging tables in the engine: for what is written by queries.

/** Makes the staging tables of `first` to `last`. */
export async function openStaging(connection: DuckDBConnection, first: number, last: number): Promise<Staging> {
	const sinks = new Map<string, RowSink>();
	for (const [table, columns] of stagedTables(first, last))
		sinks.set(table, await newTable(connection, table, columns));
	return stagingInto((table) => sinks.get(table)!, first, last);
}

/** Name of the database file of a part. */
export function databaseOf(folder: string): string {
	return join(folder, 'staging.duckdb');
}

/** Puts the staging files of a folder into a database file beside them. */
export async function loadStaging(folder: string, first: number, last: number): Promise<void> {
	const instance = await DuckDBInstance.create(databaseOf(folder), { memory_limit: '1GB' });
	const connection = await instance.connect();
	try {
		for (const [table, columns] of stagedTables(first, last)) {
			const sink = await newTable(connection, table, columns);
			for (const { columns: numbers, rows } of stagedRows(folder, table)) sink.add(numbers, rows);
			sink.close();
		}
		await connection.run('checkpoint');
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

async function newTable(connection: DuckDBConnection, table: string, columns: readonly string[]): Promise<RowSink> {
	await connection.run(`create table ${table} (${columns.map((column) => `${column} integer not null`).join(', ')})`);
	return new AppenderSink(await connection.createAppender(table));
}

/** Appends a chunk at a time, without a value object per cell. */
class AppenderSink implements RowSink {
	readonly #appender: DuckDBAppender;

	constructor(appender: DuckDBAppender) {
		this.#appender = appender;
	}

	add(columns: readonly Int32Array[], rows: number): void {
		const chunk = DuckDBDataChunk.create(
			columns.map(() => INTEGER),
			rows
		);
		for (const [c, values] of columns.entries()) {
			const vector = chunk.getColumnVector(c) as unknown as { items: Int32Array; flush(): void };
			vector.items.set(values.subarray(0, rows));
			vector.flush();
		}
		this.#appender.appendDataChunk(chunk);
	}

	close(): void {
		this.#appender.closeSync();
	}
}
