import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Accounts nest: horizon, year, programme, project. New kinds of entries; the database itself links each entry to the one
 * before it; triggers hold in every session; a role that may add and may change no more than what is spent and capped.
 * Entries of before are sealed without a key, which cannot be continued: a ledger that holds any is refused.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of [...empty, ...accounts, ...entries, ...fixed, ...always, ...rights])
		await statement.execute(db);
}

/** The role stays: roles belong to the server, and another database of it may use this one. */
export async function down(db: Kysely<unknown>): Promise<void> {
	for (const statement of back) await statement.execute(db);
}

const empty = [
	sql`do $$ begin
		if exists (select from ledger.entry) then
			raise exception 'the ledger holds entries of an earlier version' using errcode = 'VZ001';
		end if;
	end $$`
];

const accounts = [
	sql`alter table ledger.account drop constraint account_scope_check`,
	sql`alter table ledger.account add constraint account_scope_check
		check (scope = 'horizon' or scope ~ '^year:[0-9]{4}$' or scope ~ '^(programme|project):[a-z0-9][a-z0-9-]{0,63}$')`,
	// A cap of more than rho 1,000 protects nobody: it would be a ledger without a budget.
	sql`alter table ledger.account drop constraint account_cap_check`,
	sql`alter table ledger.account add constraint account_cap_check check (cap between 0 and 1000000000000)`
];

const entries = [
	// When something was measured stands in its sealed entry; here it could be changed unseen.
	sql`alter table ledger.measurement drop column measured_at`,
	sql`alter table ledger.entry drop constraint entry_kind_check`,
	sql`alter table ledger.entry add constraint entry_kind_check
		check (kind in ('open', 'charge', 'measured', 'bundle', 'officers', 'reconciled'))`,
	sql`alter table ledger.entry drop constraint entry_check`,
	sql`alter table ledger.entry add constraint entry_check
		check ((kind in ('charge', 'measured', 'bundle')) = (key is not null) and (kind = 'charge') = (attempt is not null))`,
	sql`alter table ledger.entry add constraint entry_prev_hash_key unique (prev_hash)`,
	sql`create function ledger.guard_entry() returns trigger language plpgsql set search_path = pg_catalog as $$
		declare
			last record;
		begin
			select number, hash into last from ledger.entry order by number desc limit 1;
			if new.number <> coalesce(last.number, 0) + 1 or new.prev_hash <> coalesce(last.hash, repeat('0', 64)) then
				raise exception 'an entry follows the last one' using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	sql`create trigger linked before insert on ledger.entry for each row execute function ledger.guard_entry()`
];

// A session's own search_path could hold operators of its own.
const fixed = [
	sql`alter function ledger.guard_account() set search_path = pg_catalog`,
	sql`alter function ledger.refuse_change() set search_path = pg_catalog`
];

// Without "always", a session that calls itself a replica would pass them by.
const always = [
	sql`alter table ledger.entry enable always trigger append_only`,
	sql`alter table ledger.entry enable always trigger linked`,
	sql`alter table ledger.measurement enable always trigger append_only`,
	sql`alter table ledger.noisy_table enable always trigger append_only`,
	sql`alter table ledger.account enable always trigger append_only`,
	sql`alter table ledger.account enable always trigger append_only_truncate`
];

const rights = [
	// Two databases of one server may be migrated at once; the loser of the race finds the role there.
	sql`do $$ begin
		if not exists (select from pg_roles where rolname = 'voorzicht_spender') then
			create role voorzicht_spender;
		end if;
	exception when duplicate_object or unique_violation then null;
	end $$`,
	// An owner who is no superuser takes the role too; where an administrator made the role, he has seen to it.
	sql`do $$ begin
		grant voorzicht_spender to current_user;
	exception when insufficient_privilege then null;
	end $$`,
	sql`grant usage on schema ledger to voorzicht_spender`,
	sql`grant select, insert on all tables in schema ledger to voorzicht_spender`,
	sql`grant update (cap, spent) on ledger.account to voorzicht_spender`
];

const back = [
	sql`revoke all on all tables in schema ledger from voorzicht_spender`,
	sql`revoke all on schema ledger from voorzicht_spender`,
	sql`alter table ledger.measurement add column measured_at timestamptz not null default now()`,
	sql`alter function ledger.guard_account() reset search_path`,
	sql`alter function ledger.refuse_change() reset search_path`,
	sql`drop trigger linked on ledger.entry`,
	sql`drop function ledger.guard_entry`,
	sql`alter table ledger.entry drop constraint entry_prev_hash_key`,
	sql`alter table ledger.entry drop constraint entry_check`,
	sql`alter table ledger.entry add constraint entry_check
		check ((kind = 'open') = (key is null) and (kind = 'charge') = (attempt is not null))`,
	sql`alter table ledger.entry drop constraint entry_kind_check`,
	sql`alter table ledger.entry add constraint entry_kind_check check (kind in ('open', 'charge', 'measured'))`,
	sql`alter table ledger.account drop constraint account_cap_check`,
	sql`alter table ledger.account add constraint account_cap_check check (cap >= 0)`,
	sql`alter table ledger.account drop constraint account_scope_check`,
	sql`alter table ledger.account add constraint account_scope_check check (scope = 'horizon' or scope like 'period:%')`
];
