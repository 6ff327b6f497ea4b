import { sql } from 'kysely';
import type { Kysely } from 'kysely';

/**
 * Figures are stored narrow: regions, indicators and groups are numbers inside `store` and become text in the views. The
 * figure table's key serves "one region, all its indicators and groups"; the index serves "one indicator, all regions".
 */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of [...tables, ...views, ...rights]) await statement.execute(db);
}

/** The role stays: roles belong to the server, and another database of it may use this one. */
export async function down(db: Kysely<unknown>): Promise<void> {
	await sql`drop schema published cascade`.execute(db);
	await sql`drop schema store cascade`.execute(db);
}

const tables = [
	sql`create schema store`,
	// A release without regions has the tree without a name, whose one region is the whole domain: so every figure has a
	// region, and looking one up by its code can use an index.
	sql`create table store.tree (
		id integer generated always as identity primary key,
		name text not null unique,
		base text not null check (base ~ '^[0-9a-f]{64}$')
	)`,
	sql`create table store.region (
		tree integer not null references store.tree,
		position integer not null,
		code text not null,
		parent text,
		name text not null,
		level text not null,
		depth smallint not null,
		hex_q integer,
		hex_r integer,
		population double precision,
		primary key (tree, position),
		unique (tree, code)
	)`,
	// Boundaries belong to all trees of the same regions, with or without a place for units of unknown region.
	sql`create table store.boundary (
		base text not null,
		region text not null,
		geometry json not null,
		primary key (base, region)
	)`,
	sql`create table store.release (
		id integer generated always as identity primary key,
		spec text not null,
		title_nl text not null,
		title_en text not null,
		period text not null,
		version integer not null check (version >= 1),
		unit text not null check (unit in ('person', 'household')),
		tree integer not null references store.tree,
		region_vintage text,
		rho double precision not null,
		delta double precision not null,
		epsilon double precision not null,
		conversion text not null,
		published_at timestamptz not null default now(),
		manifest jsonb not null,
		bundle_hash text not null check (bundle_hash ~ '^[0-9a-f]{64}$'),
		integrity_p double precision,
		unique (spec, period, version)
	)`,
	sql`create table store.current_release (
		spec text not null,
		period text not null,
		release integer not null unique references store.release,
		primary key (spec, period)
	)`,
	sql`create table store.indicator (
		release integer not null references store.release,
		number smallint not null,
		slug text not null,
		label_nl text not null,
		label_en text not null,
		description_nl text not null,
		description_en text not null,
		groups jsonb not null,
		primary key (release, number),
		unique (release, slug)
	)`,
	sql`create table store.grouping (
		release integer not null references store.release,
		number smallint not null,
		attribute text not null,
		code text not null,
		primary key (release, number),
		unique (release, attribute, code)
	)`,
	// No foreign keys on the two long tables: one check a row would take most of a publication's time, and only one
	// transaction ever writes them, which makes what they refer to.
	sql`create table store.figure (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		grouping smallint not null,
		numerator double precision not null,
		denominator double precision not null,
		share double precision,
		numerator_se real not null,
		denominator_se real not null,
		share_se real,
		lower real,
		upper real,
		reliability "char" not null check (reliability in ('A', 'B', 'C', 'D', 'X')),
		primary key (release, region, indicator, grouping)
	)`,
	sql`create index figure_by_indicator on store.figure (release, indicator, grouping, region)`,
	sql`create table store.signal (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		previous text not null,
		change double precision not null,
		change_se double precision not null,
		p_rise double precision not null check (p_rise between 0 and 1),
		is_signal boolean not null,
		primary key (release, indicator, region)
	)`
];

const views = [
	sql`create schema published`,
	sql`create view published.release as
		select r.id, r.spec, r.title_nl, r.title_en, r.period, r.version, r.unit, nullif(t.name, '') as tree, r.region_vintage,
			r.rho, r.delta, r.epsilon, r.conversion, r.published_at, c.release is not null as is_current, r.manifest,
			r.integrity_p
		from store.release r
		join store.tree t on t.id = r.tree
		left join store.current_release c on c.release = r.id`,
	sql`create view published.indicator as
		select r.id as release, r.spec, r.period, nullif(t.name, '') as tree, i.slug as id, i.label_nl, i.label_en,
			i.description_nl, i.description_en, i.groups
		from store.current_release c
		join store.release r on r.id = c.release
		join store.indicator i on i.release = r.id
		join store.tree t on t.id = r.tree`,
	sql`create view published.region as
		select t.name as tree, g.code, g.parent, g.name, g.level, g.depth, g.position, g.hex_q, g.hex_r, g.population
		from store.region g
		join store.tree t on t.id = g.tree
		where t.name <> '' and exists (
			select from store.current_release c join store.release r on r.id = c.release where r.tree = g.tree
		)`,
	sql`create view published.figure as
		select c.spec, c.period, i.slug as indicator, g.code as region, p.attribute, p.code,
			f.numerator, f.numerator_se, f.denominator, f.denominator_se, f.share, f.share_se, f.lower, f.upper,
			f.reliability::text as reliability
		from store.current_release c
		join store.release r on r.id = c.release
		join store.figure f on f.release = r.id
		join store.indicator i on i.release = r.id and i.number = f.indicator
		join store.grouping p on p.release = r.id and p.number = f.grouping
		join store.region g on g.tree = r.tree and g.position = f.region`,
	sql`create view published.signal as
		select c.spec, c.period, s.previous, i.slug as indicator, g.code as region,
			s.change, s.change_se, s.p_rise, s.is_signal
		from store.current_release c
		join store.release r on r.id = c.release
		join store.signal s on s.release = r.id
		join store.indicator i on i.release = r.id and i.number = s.indicator
		join store.region g on g.tree = r.tree and g.position = s.region`,
	sql`create view published.boundary as
		select t.name as tree, g.code as region, b.geometry
		from store.tree t
		join store.region g on g.tree = t.id
		join store.boundary b on b.base = t.base and b.region = g.code`
];

const rights = [
	// Two databases of one server may be migrated at once; the loser of the race finds the role there.
	sql`do $$ begin
		if not exists (select from pg_roles where rolname = 'voorzicht_reader') then
			create role voorzicht_reader;
			alter role voorzicht_reader set default_transaction_read_only = on;
			alter role voorzicht_reader set statement_timeout = '10s';
			alter role voorzicht_reader set idle_in_transaction_session_timeout = '10s';
		end if;
	exception when duplicate_object or unique_violation then null;
	end $$`,
	sql`revoke all on schema store, published from public`,
	sql`grant usage on schema published to voorzicht_reader`,
	sql`grant select on all tables in schema published to voorzicht_reader`
];
