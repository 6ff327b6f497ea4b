import { DOUBLE, type DuckDBConnection, type DuckDBMaterializedResult, type DuckDBValue } from '@duckdb/node-api';
import {
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	type QueryResult
} from 'kysely';
import { withoutValues } from './engine-error.ts';

/** Kysely on one DuckDB connection. DuckDB reads PostgreSQL's SQL, so only the driver is our own. */
export function duckDbDialect(connection: DuckDBConnection): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new DuckDbDriver(connection),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler()
	};
}

/**
 * Runs one query to its end. A bound number is a double, whatever its value.
 * @throws an error without record values.
 */
export async function runQuery(connection: DuckDBConnection, query: CompiledQuery): Promise<DuckDBMaterializedResult> {
	const values = query.parameters as DuckDBValue[];
	const doubles = values.flatMap((value, i) => (typeof value === 'number' ? [[i, DOUBLE] as const] : []));
	const types = Object.assign(new Array(values.length).fill(undefined), Object.fromEntries(doubles));
	try {
		return await connection.run(query.sql, values, types);
	} catch (error) {
		throw withoutValues(error);
	}
}

class DuckDbDriver implements Driver {
	readonly #connection: DatabaseConnection;

	constructor(connection: DuckDBConnection) {
		this.#connection = {
			executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
				const result = await runQuery(connection, query);
				return { rows: (await result.getRowObjectsJS()) as R[] };
			},
			streamQuery: () => {
				throw new Error('results of the data engine are read whole or by Engine.scan');
			}
		};
	}

	async init(): Promise<void> {}

	async acquireConnection(): Promise<DatabaseConnection> {
		return this.#connection;
	}

	async beginTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(statement('begin transaction'));
	}

	async commitTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(statement('commit'));
	}

	async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
		await connection.executeQuery(statement('rollback'));
	}

	async releaseConnection(): Promise<void> {}

	async destroy(): Promise<void> {}
}

function statement(text: string): CompiledQuery {
	return CompiledQuery.raw(text);
}
