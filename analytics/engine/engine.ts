import { statSync } from 'node:fs';
import { totalmem } from 'node:os';
import { resolve } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBDataChunk } from '@duckdb/node-api';
import { Kysely, type Compilable } from 'kysely';
import { appendChunks, type ColumnChunk } from './append.ts';
import { duckDbDialect, runQuery } from './duckdb-dialect.ts';
import { usualMemory } from './memory.ts';

/** Relations on the confidential side: made by our own queries, so their columns are known by name only. */
export type Relations = Record<string, Record<string, string | number | null>>;

/** What a machine for microdata must offer. */
export interface Engine {
	readonly db: Kysely<Relations>;
	/**
	 * Runs a query whose columns are all whole numbers and never null, and hands over its result by columns, a chunk at a
	 * time: some ten times faster than row objects.
	 */
	scan(query: Compilable, visit: (columns: readonly WholeNumbers[], rows: number) => void): Promise<void>;
	/**
	 * Makes a temporary relation of these columns and fills it with the chunks, in their order.
	 * @throws what the chunks throw; there is no relation then
	 */
	append(relation: string, columns: readonly NewColumn[], chunks: AsyncIterable<ColumnChunk>): Promise<void>;
	close(): Promise<void>;
}

export interface NewColumn {
	readonly name: string;
	readonly type: 'text' | 'double precision';
}

export type WholeNumbers = Int32Array | BigInt64Array;

interface NumberVector {
	readonly items: WholeNumbers;
}

export interface EngineOptions {
	/** Files and folders that queries may read. Nothing else on the disk or the network can be reached. */
	readonly readable: readonly string[];
	readonly threads?: number;
	/** Such as "2GB". Absent: four fifths of the machine. */
	readonly memoryLimit?: string;
	/** Folder for what does not fit in memory; it will hold records. Absent: nothing is ever written. */
	readonly scratch?: string;
}

/** An empty DuckDB in memory, locked to the files it may read. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
	const instance = await DuckDBInstance.create(':memory:', {
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		temp_directory: options.scratch === undefined ? '' : resolve(options.scratch),
		memory_limit: options.memoryLimit ?? usualMemory(machineMemory()),
		...(options.threads === undefined ? {} : { threads: String(options.threads) })
	});
	const connection = await instance.connect();
	await lockDown(connection, options.readable);
	const db = new Kysely<Relations>({ dialect: duckDbDialect(connection) });
	return {
		db,
		async scan(query, visit) {
			const result = await runQuery(connection, query.compile());
			const columns = Array.from({ length: result.columnCount }, (_, i) => i);
			for (let chunk = await result.fetchChunk(); chunk?.rowCount; chunk = await result.fetchChunk()) {
				const vectors = columns.map((i) => (chunk as DuckDBDataChunk).getColumnVector(i) as unknown as NumberVector);
				visit(
					vectors.map((vector) => vector.items),
					chunk.rowCount
				);
			}
		},
		async append(relation, columns, chunks) {
			const table = columns.reduce(
				(made, { name, type }) => made.addColumn(name, type),
				db.schema.createTable(relation).temporary()
			);
			await table.execute();
			try {
				await appendChunks(connection, relation, chunks);
			} catch (error) {
				await db.schema.dropTable(relation).execute();
				throw error;
			}
		},
		async close() {
			await db.destroy();
			connection.closeSync();
			instance.closeSync();
		}
	};
}

/** Bytes that this program may use: those of its container where that sets a limit, or else of the machine. */
function machineMemory(): number {
	const limit = process.constrainedMemory();
	return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

async function lockDown(connection: DuckDBConnection, readable: readonly string[]): Promise<void> {
	const folders: string[] = [];
	const files: string[] = [];
	for (const path of readable.map((p) => resolve(p))) {
		if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) folders.push(`${path}/`);
		else files.push(path);
	}
	await connection.run(`SET allowed_directories = ${textList(folders)}`);
	await connection.run(`SET allowed_paths = ${textList(files)}`);
	await connection.run('SET enable_external_access = false');
	await connection.run('SET lock_configuration = true');
}

/** Settings take no bound values, so the paths are written as literals. */
function textList(texts: readonly string[]): string {
	return `[${texts.map((text) => `'${text.replaceAll("'", "''")}'`).join(', ')}]`;
}
