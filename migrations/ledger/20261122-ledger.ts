import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Amounts are whole nano-rho: bigint has no NaN, no infinity and no rounding, and both bounds of `spent` are the
 * database's own. Entries are written once; what becomes of a charge stands in `ledger.measurement`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of [...tables, ...appendOnly]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop schema ledger cascade`.execute(db);
}

const tables = [
	sql`create schema ledger`,
	sql`create table ledger.account (
		id integer generated always as identity primary key,
		lineage text not null,
		unit text not null check (unit in ('person', 'household')),
		scope text not null check (scope = 'horizon' or scope like 'period:%'),
		cap bigint not null check (cap >= 0),
		spent bigint not null default 0 check (spent between 0 and cap),
		unique (lineage, unit, scope)
	)`,
	// The hash covers `body`, the canonical JSON of the entry; the columns beside it are for queries and are verified
	// against the body.
	sql`create table ledger.entry (
		number bigint primary key check (number >= 1),
		kind text not null check (kind in ('open', 'charge', 'measured')),
		key text check (key ~ '^[0-9a-f]{64}$'),
		attempt integer check (attempt >= 1),
		body text not null,
		prev_hash text not null,
		hash text not null unique,
		unique (key, attempt),
		check ((kind = 'open') = (key is null) and (kind = 'charge') = (attempt is not null))
	)`,
	sql`create table ledger.measurement (
		key text primary key,
		entry bigint not null unique references ledger.entry,
		measured_at timestamptz not null default now()
	)`,
	// Noisy counts as little-endian 64-bit integers in the cell order of the table.
	sql`create table ledger.noisy_table (
		key text not null references ledger.measurement,
		number integer not null,
		id text not null,
		sigma2 text not null,
		counts bytea not null,
		primary key (key, number)
	)`,
	sql`revoke all on schema ledger from public`
];

const appendOnly = [
	sql`create function ledger.refuse_change() returns trigger language plpgsql as $$
		begin
			raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
		end $$`,
	sql`create trigger append_only before update or delete or truncate on ledger.entry
		for each statement execute function ledger.refuse_change()`,
	sql`create trigger append_only before update or delete or truncate on ledger.measurement
		for each statement execute function ledger.refuse_change()`,
	sql`create trigger append_only before update or delete or truncate on ledger.noisy_table
		for each statement execute function ledger.refuse_change()`,
	// An account's identity never changes and its spending never shrinks.
	sql`create function ledger.guard_account() returns trigger language plpgsql as $$
		begin
			if tg_op in ('DELETE', 'TRUNCATE') or new.spent < old.spent
				or (new.id, new.lineage, new.unit, new.scope) is distinct from (old.id, old.lineage, old.unit, old.scope)
			then
				raise exception 'the ledger is append-only' using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	sql`create trigger append_only before update or delete on ledger.account
		for each row execute function ledger.guard_account()`,
	sql`create trigger append_only_truncate before truncate on ledger.account
		for each statement execute function ledger.refuse_change()`
];
