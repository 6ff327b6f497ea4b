import { env } from '$env/dynamic/private';
import { Kysely, PostgresDialect } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { PublishedDatabase } from '../../../analytics/contract/published.ts';
import { withNamedStatements } from './named-statements.ts';
import { webPool } from './web-pool.ts';

/** The published figures, and nothing else: the type can only read, and so can the database role behind it. */
export type Published = ReadonlyKysely<PublishedDatabase>;

let opened: Published | undefined;

/** The one connection pool of the web process. */
export function database(): Published {
	opened ??= open(env.DATABASE_URL);
	return opened;
}

function open(url: string | undefined): Published {
	if (url === undefined || url === '') throw new DatabaseMissing('DATABASE_URL is not set');
	return new Kysely<PublishedDatabase>({
		dialect: new PostgresDialect({ pool: withNamedStatements(webPool(url)) })
	}) as unknown as Published;
}

export class DatabaseMissing extends Error {}
