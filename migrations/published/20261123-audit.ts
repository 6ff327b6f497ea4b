import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/** Reports of privacy audits. They are written once: a report that failed cannot be made to go away. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of [...tables, ...appendOnly, ...views]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop view published.audit`.execute(db);
	await sql`drop table store.audit`.execute(db);
	await sql`drop function store.refuse_change`.execute(db);
}

const tables = [
	sql`create table store.audit (
		id integer generated always as identity primary key,
		made_at timestamptz not null,
		software_version text not null,
		report jsonb not null
	)`
];

const appendOnly = [
	sql`create function store.refuse_change() returns trigger language plpgsql as $$
		begin
			raise exception 'audit reports are append-only' using errcode = 'restrict_violation';
		end $$`,
	sql`create trigger append_only before update or delete or truncate on store.audit
		for each statement execute function store.refuse_change()`
];

const views = [
	sql`create view published.audit as
		select made_at, software_version, report
		from store.audit
		order by made_at desc, id desc
		limit 1`,
	sql`grant select on published.audit to voorzicht_reader`
];
