import { sql, type Kysely } from 'kysely';

/** Groups after life events, two characteristics at once, beside what else early warning says: as narrow and as frozen. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const statement of [...table, ...guards, view, ...rights]) await statement.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
	for (const statement of gone) await statement.execute(db);
}

const table = [
	// Both a group and the time since an event are groupings of the release.
	sql`create table store.event_group (
		release integer not null,
		region integer not null,
		indicator smallint not null,
		grouping smallint not null,
		event_grouping smallint not null,
		numerator float8 not null,
		denominator float8 not null,
		numerator_se real not null,
		denominator_se real not null,
		units real not null check (units >= 0),
		estimate real not null,
		se real not null,
		weight real not null check (weight between 0 and 1),
		primary key (release, region, indicator, grouping, event_grouping),
		check (least(numerator_se, denominator_se, se) >= 0)
	)`,
	sql`create index event_group_by_indicator on store.event_group (release, indicator, event_grouping, grouping, region)`,
	// How many rows a release announces; what was published before has none.
	sql`alter table store.release add column event_groups integer not null default 0`
];

const guards = [
	sql`create function store.guard_event_group() returns trigger language plpgsql
		set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
		begin
			if new.state = 'checked' and not (
				select count(*) = new.event_groups and count(i.number) = count(*) and count(p.number) = count(*)
					and count(e.number) = count(*) and count(g.position) = count(*)
				from store.event_group w
				left join store.indicator i on i.release = w.release and i.number = w.indicator
				left join store.grouping p on p.release = w.release and p.number = w.grouping
				left join store.grouping e on e.release = w.release and e.number = w.event_grouping
				left join store.region g on g.tree = new.tree and g.position = w.region
				where w.release = new.id
			) then
				raise exception 'a release that has not exactly the warning that it announced cannot be checked'
					using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	// Comes after the trigger named guard, which makes sure that all rows are seen.
	sql`create trigger guard_event_group before update on store.release
		for each row execute function store.guard_event_group()`,
	sql`alter table store.release enable always trigger guard_event_group`,
	sql`create trigger draft after insert on store.event_group referencing new table as added
		for each statement execute function store.guard_content()`,
	sql`create trigger never before update or delete or truncate on store.event_group
		for each statement execute function store.refuse()`,
	sql`alter table store.event_group enable always trigger draft, enable always trigger never`
];

// Offset 0 keeps the pairs of indicator and group together, and regions and trees are joined to the left, so that a query
// that does not ask for them does without.
const view = sql`create view published.event_group as
	select r.spec, r.period, r.id as release, r.version, c.slug as indicator, nullif(t.name, '') as tree, g.code as region,
		g.name as region_name, g.level, g.parent, w.region as position, c.attribute, c.code, e.attribute as event,
		e.code as since, w.numerator, w.numerator_se, w.denominator, w.denominator_se, w.units, w.estimate, w.se,
		greatest(0, w.estimate - 1.96 * w.se) as lower, least(1, w.estimate + 1.96 * w.se) as upper, w.weight
	from store.release r
	cross join lateral (
		select i.slug, i.number as indicator, p.attribute, p.code, p.number as grouping
		from store.indicator i join store.grouping p on p.release = i.release
		where i.release = r.id offset 0
	) c
	join store.event_group w on w.release = r.id and w.indicator = c.indicator and w.grouping = c.grouping
	join store.grouping e on e.release = w.release and e.number = w.event_grouping
	left join store.region g on g.tree = r.tree and g.position = w.region
	left join store.tree t on t.id = r.tree
	where r.state = 'published'`;

const rights = [
	statistics(sql`, store.event_group`),
	sql`revoke all on function store.guard_event_group from public`,
	sql`grant select, insert on store.event_group to voorzicht_publisher`,
	sql`grant select on published.event_group to voorzicht_publisher, voorzicht_reader`
];

const gone = [
	statistics(sql``),
	sql`drop view published.event_group`,
	sql`drop trigger guard_event_group on store.release`,
	sql`drop function store.guard_event_group`,
	sql`drop table store.event_group`,
	sql`alter table store.release drop column event_groups`
];

/** Statistics belong to the owner of the tables; this much of them the publisher may ask for. */
function statistics(more: ReturnType<typeof sql>) {
	return sql`create or replace function store.refresh_warning_statistics() returns void language plpgsql security definer
		set search_path = pg_catalog, pg_temp as $$
		begin
			analyze store.watch, store.small_area, store.rank, store.event_risk, store.event_study, store.indicator_card${more};
		end $$`;
}
