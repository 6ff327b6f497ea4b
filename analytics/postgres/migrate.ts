import { sql, type Kysely } from 'kysely';
import { OutsideFaultError } from '../errors.ts';
import * as ledger20261122 from '../../migrations/ledger/20261122-ledger.ts';
import * as ledger20261123 from '../../migrations/ledger/20261123-nested-accounts.ts';
import * as published20261122 from '../../migrations/published/20261122-published.ts';
import * as published20261123 from '../../migrations/published/20261123-audit.ts';
import * as published20261124 from '../../migrations/published/20261124-release-states.ts';
import * as published20261125 from '../../migrations/published/20261125-early-warning.ts';
import * as published20261126 from '../../migrations/published/20261126-event-groups.ts';

export type Purpose = 'ledger' | 'published';

interface Migration {
	up(db: Kysely<unknown>): Promise<void>;
	down(db: Kysely<unknown>): Promise<void>;
}

/** In the order of their dates; applied ones are never edited. */
const migrations: Record<Purpose, readonly (readonly [name: string, migration: Migration])[]> = {
	ledger: [
		['20261122-ledger', ledger20261122],
		['20261123-nested-accounts', ledger20261123]
	],
	published: [
		['20261122-published', published20261122],
		['20261123-audit', published20261123],
		['20261124-release-states', published20261124],
		['20261125-early-warning', published20261125],
		['20261126-event-groups', published20261126]
	]
};

/** Keeps two processes from migrating one database at the same time. */
const MIGRATION_LOCK = 7_261_934_002;

/**
 * Brings a database up to date, or to the state after the first `target` migrations. All of it happens, or nothing.
 * @throws OutsideFaultError when a newer version of this program has worked on it
 */
export async function migrate(
	db: Kysely<unknown>,
	purpose: Purpose,
	target = migrations[purpose].length
): Promise<void> {
	const list = migrations[purpose];
	if (target === list.length && (await isUpToDate(db, purpose))) return;
	await db.transaction().execute(async (transaction) => {
		await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(transaction);
		await sql`create schema if not exists migration`.execute(transaction);
		await sql`create table if not exists migration.applied (
			purpose text not null,
			name text not null,
			applied_at timestamptz not null default now(),
			primary key (purpose, name)
		)`.execute(transaction);
		const applied = await appliedNames(transaction, purpose);
		for (const [name, migration] of list.slice(0, target)) {
			if (applied.has(name)) continue;
			await migration.up(transaction);
			await sql`insert into migration.applied (purpose, name) values (${purpose}, ${name})`.execute(transaction);
		}
		for (const [name, migration] of list.slice(target).toReversed()) {
			if (!applied.has(name)) continue;
			await migration.down(transaction);
			await sql`delete from migration.applied where purpose = ${purpose} and name = ${name}`.execute(transaction);
		}
	});
}

async function isUpToDate(db: Kysely<unknown>, purpose: Purpose): Promise<boolean> {
	const { rows } = await sql<{ there: boolean }>`select to_regclass('migration.applied') is not null as there`.execute(
		db
	);
	if (rows[0]?.there !== true) return false;
	const applied = await appliedNames(db, purpose);
	const known = new Set(migrations[purpose].map(([name]) => name));
	if ([...applied].some((name) => !known.has(name)))
		throw new OutsideFaultError(
			'A newer version of Voorzicht has changed this database. Use that version: this one could misread what it wrote.'
		);
	return [...known].every((name) => applied.has(name));
}

async function appliedNames(db: Kysely<unknown>, purpose: Purpose): Promise<Set<string>> {
	const { rows } = await sql<{ name: string }>`select name from migration.applied where purpose = ${purpose}`.execute(
		db
	);
	return new Set(rows.map(({ name }) => name));
}
