import { sql } from 'kysely';

/** Passwords and logins are a matter of the server; a role that is there already is used as it is. */
const publisher = [
	sql`do $$ begin
		if not exists (select from pg_roles where rolname = 'voorzicht_publisher') then
			create role voorzicht_publisher;
		end if;
	exception when duplicate_object or unique_violation then null;
	end $$`,
	// Who owns the database works as the publisher; a superuser may do so anyway.
	sql`do $$ begin
		if not (select rolsuper from pg_roles where rolname = current_user) then
			execute format('grant voorzicht_publisher to %I', current_user);
		end if;
	exception when insufficient_privilege then
		if not pg_has_role(current_user, 'voorzicht_publisher', 'member') then raise; end if;
	end $$`
];

/** Statistics belong to the owner of the tables; this much of it the publisher may ask for. */
const statistics = sql`create function store.refresh_statistics() returns void language plpgsql security definer
	set search_path = pg_catalog, pg_temp as $$
	begin
		analyze store.release, store.current_release, store.region, store.indicator, store.grouping, store.figure, store.signal;
	end $$`;

export const rights = [
	...publisher,
	statistics,
	sql`revoke all on all functions in schema store from public`,
	sql`grant usage on schema store, published to voorzicht_publisher`,
	sql`grant select on all tables in schema store, published to voorzicht_publisher`,
	sql`grant execute on function store.refresh_statistics, store.is_whole to voorzicht_publisher`,
	sql`grant insert on store.tree, store.region, store.boundary, store.release, store.current_release, store.indicator,
		store.grouping, store.figure, store.signal, store.bundle to voorzicht_publisher`,
	// Not its number, which orders reports of the same time.
	sql`grant insert (made_at, software_version, report) on store.audit to voorzicht_publisher`,
	// What the pointer and the states need, and what a map is drawn with, which is no figure.
	sql`grant update (state) on store.release to voorzicht_publisher`,
	sql`grant update (release) on store.current_release to voorzicht_publisher`,
	sql`grant update (hex_q, hex_r, population) on store.region to voorzicht_publisher`,
	sql`grant update (geometry) on store.boundary to voorzicht_publisher`,
	sql`grant select on all tables in schema published to voorzicht_reader`
];

export const earlierRights = [
	sql`revoke all on all tables in schema store, published from voorzicht_publisher`,
	sql`revoke all on schema store, published from voorzicht_publisher`,
	sql`drop function store.refresh_statistics`,
	sql`grant execute on function store.refuse_change to public`,
	sql`grant select on all tables in schema published to voorzicht_reader`
];
