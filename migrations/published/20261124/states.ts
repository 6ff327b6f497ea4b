import { sql } from 'kysely';

/**
 * States of a release. What is stored of it can grow while it is a draft and never changes; the pointer of its period makes
 * it the published one and the one before it superseded. All triggers are ALWAYS: a session in replication mode keeps them.
 */
export const states = [
	sql`create table store.release_transition (
		before text not null,
		after text not null,
		primary key (before, after)
	)`,
	sql`insert into store.release_transition (before, after)
		values ('draft', 'checked'), ('checked', 'published'), ('published', 'superseded')`,
	sql`create table store.release_history (
		release integer not null references store.release,
		state text not null,
		at timestamptz not null,
		login text not null,
		role text not null,
		application text not null,
		primary key (release, state)
	)`,
	sql`alter table store.release
		add column state text not null default 'draft' check (state in ('draft', 'checked', 'published', 'superseded')),
		add column figures integer,
		add column signals integer,
		add column status text not null generated always as (coalesce(manifest #>> '{spec,status}', 'final')) stored
			check (status in ('provisional', 'final')),
		add column notice_nl text generated always as (manifest #>> '{spec,notice,nl}') stored,
		add column notice_en text generated always as (manifest #>> '{spec,notice,en}') stored,
		add column source_kind text generated always as (manifest #>> '{spec,source,kind}') stored,
		add constraint release_place unique (id, spec, period)`,
	// A pointer names a release of its own specification and period.
	sql`alter table store.current_release
		add constraint current_release_place foreign key (release, spec, period) references store.release (id, spec, period)`,
	sql`alter table store.indicator add column definition text`
];

/** What was there before there were states: the current releases are published, the others superseded. */
export const existing = [
	sql`update store.release r set
		state = case when exists (select from store.current_release c where c.release = r.id) then 'published' else 'superseded' end,
		figures = (select count(*) from store.figure f where f.release = r.id),
		signals = (select count(*) from store.signal s where s.release = r.id)`,
	sql`update store.indicator i set definition = (
		select d ->> 'version' from store.release r, jsonb_array_elements(r.manifest -> 'definitions') d
		where r.id = i.release and jsonb_typeof(r.manifest -> 'definitions') = 'array' and d ->> 'id' = i.slug limit 1)`,
	sql`insert into store.release_history (release, state, at, login, role, application)
		select id, 'published', published_at, session_user, 'none', '20261124-release-states' from store.release`,
	sql`insert into store.release_history (release, state, at, login, role, application)
		select r.id, 'superseded',
			coalesce((select min(n.published_at) from store.release n
				where n.spec = r.spec and n.period = r.period and n.version > r.version), now()),
			session_user, 'none', '20261124-release-states'
		from store.release r where r.state = 'superseded'`,
	sql`alter table store.release alter column figures set not null, alter column signals set not null,
		drop column published_at`
];

export const guards = [
	sql`create function store.refuse() returns trigger language plpgsql as $$
		begin
			raise exception 'store.% does not take: %', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
		end $$`,
	sql`create trigger never before update or delete or truncate on store.release_transition
		for each statement execute function store.refuse()`,
	sql`create trigger never before update or delete or truncate on store.release_history
		for each statement execute function store.refuse()`,
	sql`create trigger complete before insert on store.release_transition
		for each statement execute function store.refuse()`,
	sql`create trigger never before delete or truncate on store.release
		for each statement execute function store.refuse()`,
	sql`create trigger never before delete or truncate on store.current_release
		for each statement execute function store.refuse()`,

	// What a view would leave out, because it has no region, indicator or group, does not count. The rows are new to the planner,
	// which would take them for few and look each one up by itself.
	sql`create function store.is_whole(r store.release) returns boolean language plpgsql stable set enable_nestloop = off as $$
		begin
			return r.figures = (
				select count(*) from store.figure f
				join store.indicator i on i.release = f.release and i.number = f.indicator
				join store.grouping p on p.release = f.release and p.number = f.grouping
				join store.region g on g.tree = r.tree and g.position = f.region
				where f.release = r.id
			) and r.signals = (
				select count(*) from store.signal s
				join store.indicator i on i.release = s.release and i.number = s.indicator
				join store.region g on g.tree = r.tree and g.position = s.region
				where s.release = r.id
			);
		end $$`,
	sql`create function store.guard_release() returns trigger language plpgsql as $$
		declare
			-- A generated column has no value yet before the row is written; it follows from the manifest.
			moving constant text[] = array['state', 'status', 'notice_nl', 'notice_en', 'source_kind'];
		begin
			if tg_op = 'INSERT' then
				if new.state = 'draft' then return new; end if;
				raise exception 'a release starts as a draft' using errcode = 'restrict_violation';
			end if;
			if to_jsonb(new) - moving <> to_jsonb(old) - moving then
				raise exception 'of a release only the state can change' using errcode = 'restrict_violation';
			end if;
			if not exists (select from store.release_transition where before = old.state and after = new.state) then
				raise exception 'a release that is % cannot become %', old.state, new.state using errcode = 'restrict_violation';
			end if;
			if new.state = 'checked' and not store.is_whole(new) then
				raise exception 'a release without all its figures and signals cannot be checked' using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	sql`create trigger guard before insert or update on store.release for each row execute function store.guard_release()`,

	// Runs as the owner: nobody else can write what the history says.
	sql`create function store.note_state() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
		begin
			insert into store.release_history (release, state, at, login, role, application)
			values (new.id, new.state, clock_timestamp(), session_user, current_setting('role'), current_setting('application_name'));
			return null;
		end $$`,
	sql`create trigger history after insert or update on store.release for each row execute function store.note_state()`,

	// The share lock makes who adds content and who checks the release wait for each other.
	sql`create function store.guard_content() returns trigger language plpgsql as $$
		begin
			if (select count(distinct release) from added) <> (
				select count(*) from (
					select from store.release r where r.state = 'draft' and r.id in (select release from added) for share
				) drafts
			) then
				raise exception 'store.% takes rows of drafts only', tg_table_name using errcode = 'restrict_violation';
			end if;
			return null;
		end $$`,
	sql`do $$ declare name text; begin
		foreach name in array array['figure', 'signal', 'indicator', 'grouping'] loop
			execute format('create trigger draft after insert on store.%I referencing new table as added
				for each statement execute function store.guard_content()', name);
			execute format('create trigger never before update or delete or truncate on store.%I
				for each statement execute function store.refuse()', name);
		end loop;
	end $$`,

	sql`create function store.guard_pointer() returns trigger language plpgsql as $$
		begin
			if (new.spec, new.period) <> (old.spec, old.period) or
				(select n.version <= o.version from store.release n, store.release o where n.id = new.release and o.id = old.release)
			then
				raise exception 'a pointer moves to a later version of its own period' using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	sql`create trigger guard before update on store.current_release for each row execute function store.guard_pointer()`,
	sql`create function store.switch_release() returns trigger language plpgsql as $$
		begin
			if tg_op = 'UPDATE' then update store.release set state = 'superseded' where id = old.release; end if;
			update store.release set state = 'published' where id = new.release;
			return null;
		end $$`,
	sql`create trigger switch after insert or update on store.current_release for each row execute function store.switch_release()`,

	sql`create function store.in_step() returns trigger language plpgsql as $$
		begin
			if (select state = 'published' from store.release where id = new.id)
				<> exists (select from store.current_release where release = new.id) then
				raise exception 'the state of a release and the pointer of its period are out of step' using errcode = 'restrict_violation';
			end if;
			return null;
		end $$`,
	sql`create constraint trigger in_step after insert or update on store.release deferrable initially deferred
		for each row execute function store.in_step()`,

	sql`do $$ declare t record; begin
		for t in select g.tgrelid::regclass as relation, g.tgname from pg_trigger g join pg_class c on c.oid = g.tgrelid
			where not g.tgisinternal and c.relnamespace = 'store'::regnamespace loop
			execute format('alter table %s enable always trigger %I', t.relation, t.tgname);
		end loop;
	end $$`
];
