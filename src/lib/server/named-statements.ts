import { createHash } from 'node:crypto';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** More than all pages together have, so that odd ones cannot pile up in the database. */
const MOST = 300;

/** The plan does not fit what the tables are now, or the statement is not there: another program stands between, or came. */
const NOT_SO_NAMED = new Set(['0A000', '26000', '42P05']);

/**
 * A pool whose connections name each statement by what it asks. Pages ask the same few dozen questions with other values each time,
 * and the database takes longer to think out how to answer one than to answer it: of a named one it remembers that.
 */
export function withNamedStatements(pool: pg.Pool): PostgresPool {
	const nameOf = namer(MOST);
	// Kysely knows a connection by its object, and asks by a text with values as long as it is given no kind of cursor.
	const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
	const connect = async () => {
		const client = await pool.connect();
		const made = known.get(client) ?? (named(client, nameOf) as unknown as PostgresPoolClient);
		known.set(client, made);
		return made;
	};
	return { connect, end: () => pool.end(), options: pool.options };
}

/** A name for each of the first so many texts, the same in every process: one name never means two questions. */
export function namer(most: number): (text: string) => string | undefined {
	const names = new Map<string, string>();
	return (text) => {
		if (!names.has(text) && names.size < most)
			names.set(text, `v${createHash('sha256').update(text).digest('hex').slice(0, 40)}`);
		return names.get(text);
	};
}

/** One connection; where names turn out not to work, it does without. */
export function named(client: Pick<pg.PoolClient, 'query' | 'release'>, nameOf: (text: string) => string | undefined) {
	let works = true;
	return {
		release: (destroy?: boolean) => client.release(destroy),
		async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<pg.QueryResult<Row>> {
			const question = { text, values: [...values] };
			const name = works ? nameOf(text) : undefined;
			if (name === undefined) return client.query<Row>(question);
			try {
				return await client.query<Row>({ ...question, name });
			} catch (fault) {
				if (!NOT_SO_NAMED.has((fault as { code?: string }).code ?? '')) throw fault;
				works = false;
				return client.query<Row>(question);
			}
		}
	};
}
