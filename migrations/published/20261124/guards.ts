import { sql } from 'kysely';

/** Of the two-part advisory lock of a tree of regions; the second part is the number of the tree. */
const TREE_LOCK = sql`7261935`;

/**
 * What is stored of a release can grow while it is a draft and never changes; the pointer of its period makes it the
 * published one and the one before it superseded. All triggers are ALWAYS: a session in replication mode keeps them. Every
 * function has a search path of its own, so that a session cannot put operators of another schema in their place.
 */
export const guards = [
	sql`create function store.refuse() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
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

	// As many as announced, and each with its region, indicator and group: what lacks one of them may appear later. The rows are
	// new to the planner, which would take them for few and look each one up by itself.
	sql`create function store.is_whole(r store.release) returns boolean language plpgsql stable
		set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
		begin
			return (
				select count(*) = r.figures and count(i.number) = r.figures and count(p.number) = r.figures
					and count(g.position) = r.figures
				from store.figure f
				left join store.indicator i on i.release = f.release and i.number = f.indicator
				left join store.grouping p on p.release = f.release and p.number = f.grouping
				left join store.region g on g.tree = r.tree and g.position = f.region
				where f.release = r.id
			) and (
				select count(*) = r.signals and count(i.number) = r.signals and count(g.position) = r.signals
				from store.signal s
				left join store.indicator i on i.release = s.release and i.number = s.indicator
				left join store.region g on g.tree = r.tree and g.position = s.region
				where s.release = r.id
			);
		end $$`,
	sql`create function store.guard_release() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
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
			if new.state = 'checked' then
				-- A snapshot from before the row was locked would not show what others added until then.
				if current_setting('transaction_isolation') <> 'read committed' then
					raise exception 'a release is checked at read committed only' using errcode = 'restrict_violation';
				end if;
				perform pg_advisory_xact_lock(${TREE_LOCK}, new.tree);
				if not store.is_whole(new) then
					raise exception 'a release that has not exactly its figures and signals cannot be checked'
						using errcode = 'restrict_violation';
				end if;
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
	sql`create function store.guard_content() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
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

	// Figures name regions by their position, so a tree is as frozen as they are. Its lock makes who adds regions and who checks
	// a release wait for each other.
	sql`create function store.guard_regions() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
		declare
			one integer;
		begin
			for one in select distinct a.tree from added a order by 1 loop
				if current_setting('transaction_isolation') <> 'read committed' then
					raise exception 'regions are added at read committed only' using errcode = 'restrict_violation';
				end if;
				perform pg_advisory_xact_lock(${TREE_LOCK}, one);
				if exists (select from store.release r where r.tree = one and r.state <> 'draft') then
					raise exception 'the regions of a release are added before it is checked' using errcode = 'restrict_violation';
				end if;
			end loop;
			return null;
		end $$`,
	sql`create trigger draft after insert on store.region referencing new table as added
		for each statement execute function store.guard_regions()`,
	// The place on the map and the population are no part of a release.
	sql`create trigger never before delete or truncate or update of tree, position, code, parent, name, level, depth
		on store.region for each statement execute function store.refuse()`,

	// An audit of no real time would be the last one for ever.
	sql`create function store.guard_audit() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
		begin
			if not isfinite(new.made_at) or new.made_at > now() + interval '1 day' then
				raise exception 'an audit report tells when it was made, which is not in the future' using errcode = 'check_violation';
			end if;
			return new;
		end $$`,
	sql`create trigger made before insert on store.audit for each row execute function store.guard_audit()`,
	sql`alter function store.refuse_change() set search_path = pg_catalog, pg_temp`,

	sql`create function store.guard_pointer() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
		begin
			if (new.spec, new.period) <> (old.spec, old.period) or
				(select n.version <= o.version from store.release n, store.release o where n.id = new.release and o.id = old.release)
			then
				raise exception 'a pointer moves to a later version of its own period' using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	sql`create trigger guard before update on store.current_release for each row execute function store.guard_pointer()`,
	sql`create function store.switch_release() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
		begin
			if tg_op = 'UPDATE' then update store.release set state = 'superseded' where id = old.release; end if;
			update store.release set state = 'published' where id = new.release;
			return null;
		end $$`,
	sql`create trigger switch after insert or update on store.current_release for each row execute function store.switch_release()`,

	sql`create function store.in_step() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
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
