import { env } from '$env/dynamic/private';
import { Kysely, PostgresDialect } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import pg from 'pg';
import type { PublishedDatabase } from '../../../analytics/contract/published.ts';

/** The published figures, and nothing else: the type can only read, and so can the database role behind it. */
export type Published = ReadonlyKysely<PublishedDatabase>;

const INT8 = 20;
const NUMERIC = 1700;

let opened: Published | undefined;

/** The one connection pool of the web process. */
export function database(): Published {
	opened ??= open(env.DATABASE_URL);
	return opened;
}

function open(url: string | undefined): Published {
	if (url === undefined || url === '') throw new DatabaseMissing('DATABASE_URL is not set');
	const pool = new pg.Pool({
		connectionString: url,
		max: 8,
		connectionTimeoutMillis: 3_000,
		statement_timeout: 10_000,
		// Idle connections do not keep a server that was told to stop.
		allowExitOnIdle: true,
		types: { getTypeParser: (oid, format) => parserOf(oid, format) }
	});
	// An idle connection that breaks must not end the process; the next query opens a new one.
	pool.on('error', () => {});
	return new Kysely<PublishedDatabase>({ dialect: new PostgresDialect({ pool }) }) as unknown as Published;
}

/** Identifiers and counts are far below 2^53, so 64-bit integers and numerics may become numbers. */
function parserOf(oid: number, format: 'text' | 'binary' | undefined) {
	if (oid === INT8 || oid === NUMERIC) return Number;
	return pg.types.getTypeParser(oid, format as 'text');
}

export class DatabaseMissing extends Error {}
