import { sql } from 'kysely';

/** What a release knows of its state and of what was announced with it; guards.ts says how they may change. */
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
