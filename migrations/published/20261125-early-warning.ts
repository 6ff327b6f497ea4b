import type { Kysely, RawBuilder } from 'kysely';
import { guards, unguarded } from './20261125/guards.ts';
import { noRights, rights } from './20261125/rights.ts';
import { noTables, tables } from './20261125/tables.ts';
import { noViews, views } from './20261125/views.ts';

/** What early warning says of a release is stored with it, as narrow as its figures, and as frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await run(db, [...tables, ...guards, ...views, ...rights]);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await run(db, [...noRights, ...noViews, ...unguarded, ...noTables]);
}

async function run(db: Kysely<unknown>, statements: readonly RawBuilder<unknown>[]): Promise<void> {
	for (const statement of statements) await statement.execute(db);
}
