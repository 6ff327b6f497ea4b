import { sql, type RawBuilder } from 'kysely';

/** Something that a row names by its number: the column, and where it is looked up. */
interface Lookup {
	readonly column: RawBuilder<unknown>;
	readonly found: RawBuilder<unknown>;
	readonly join: RawBuilder<unknown>;
}

const indicator: Lookup = {
	column: sql`w.indicator`,
	found: sql`i.number`,
	join: sql`left join store.indicator i on i.release = w.release and i.number = w.indicator`
};
const grouping: Lookup = {
	column: sql`w.grouping`,
	found: sql`p.number`,
	join: sql`left join store.grouping p on p.release = w.release and p.number = w.grouping`
};
const region: Lookup = {
	column: sql`w.region`,
	found: sql`g.position`,
	join: sql`left join store.region g on g.tree = new.tree and g.position = w.region`
};
const within: Lookup = {
	column: sql`w.within`,
	found: sql`h.position`,
	join: sql`left join store.region h on h.tree = new.tree and h.position = w.within`
};
const explainedBy: Lookup = {
	column: sql`w.explained_by`,
	found: sql`e.position`,
	join: sql`left join store.region e on e.tree = new.tree and e.position = w.explained_by`
};
const watchedBy: Lookup = {
	column: sql`w.watched_by`,
	found: sql`b.position`,
	join: sql`left join store.region b on b.tree = new.tree and b.position = w.watched_by`
};

interface Content {
	readonly table: RawBuilder<unknown>;
	/** How many rows the release announces. */
	readonly announced: RawBuilder<unknown>;
	readonly lookups: readonly Lookup[];
}

const contents: readonly Content[] = [
	{
		table: sql`store.watch`,
		announced: sql`new.watched`,
		lookups: [indicator, grouping, region, explainedBy, watchedBy]
	},
	{ table: sql`store.small_area`, announced: sql`new.small_areas`, lookups: [indicator, grouping, region] },
	{ table: sql`store.rank`, announced: sql`new.ranks`, lookups: [indicator, region, within] },
	{ table: sql`store.event_risk`, announced: sql`new.event_risks`, lookups: [indicator, grouping, region] },
	{ table: sql`store.event_study`, announced: sql`new.event_studies`, lookups: [indicator, region] },
	{ table: sql`store.indicator_card`, announced: sql`new.indicator_cards`, lookups: [indicator] }
];

/** As many rows as announced, and everything that they name is there. */
function isWhole({ table, announced, lookups }: Content): RawBuilder<boolean> {
	const found = lookups.map((lookup) => sql`count(${lookup.found}) = count(${lookup.column})`);
	const joins = lookups.map(({ join }) => join);
	return sql<boolean>`(
				select count(*) = ${announced} and ${sql.join(found, sql` and `)}
				from ${table} w
				${sql.join(joins, sql` `)}
				where w.release = new.id
			)`;
}

/** What early warning says grows with a draft and never changes, as its figures; it is counted when the release is checked. */
export const guards = [
	sql`create function store.guard_warning() returns trigger language plpgsql
		set search_path = pg_catalog, pg_temp set enable_nestloop = off as $$
		begin
			if new.state = 'checked' and not (${sql.join(contents.map(isWhole), sql` and `)}) then
				raise exception 'a release that has not exactly the warning that it announced cannot be checked'
					using errcode = 'restrict_violation';
			end if;
			return new;
		end $$`,
	// Comes after the trigger named guard, which makes sure that all rows are seen.
	sql`create trigger guard_warning before update on store.release for each row execute function store.guard_warning()`,
	sql`alter table store.release enable always trigger guard_warning`,
	sql`do $$ declare name text; begin
		foreach name in array array['watch', 'small_area', 'rank', 'event_risk', 'event_study', 'indicator_card'] loop
			execute format('create trigger draft after insert on store.%I referencing new table as added
				for each statement execute function store.guard_content()', name);
			execute format('create trigger never before update or delete or truncate on store.%I
				for each statement execute function store.refuse()', name);
			execute format('alter table store.%I enable always trigger draft, enable always trigger never', name);
		end loop;
	end $$`
];

export const unguarded = [sql`drop trigger guard_warning on store.release`, sql`drop function store.guard_warning`];
