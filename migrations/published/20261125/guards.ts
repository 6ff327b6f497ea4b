import { sql, type RawBuilder } from 'kysely';

const names = ['watch', 'small_area', 'rank', 'event_risk', 'event_study', 'indicator_card'];

interface Content {
	readonly table: string;
	/** Column of the release that announces how many rows there are. */
	readonly announced: string;
	/** Columns that name a region by its position. */
	readonly regions: readonly string[];
	readonly grouped: boolean;
}

const contents: readonly Content[] = [
	{ table: 'watch', announced: 'watched', regions: ['region', 'explained_by', 'watched_by'], grouped: true },
	{ table: 'small_area', announced: 'small_areas', regions: ['region'], grouped: true },
	{ table: 'rank', announced: 'ranks', regions: ['region', 'within'], grouped: false },
	{ table: 'event_risk', announced: 'event_risks', regions: ['region'], grouped: true },
	{ table: 'event_study', announced: 'event_studies', regions: ['region'], grouped: false },
	{ table: 'indicator_card', announced: 'indicator_cards', regions: [], grouped: false }
];

/** As many rows as announced, and each with its indicator, and its group and regions where it names them. */
function isWhole({ table, announced, regions, grouped }: Content): RawBuilder<boolean> {
	const lookups = regions.map((column) => ({ column: sql.ref(`w.${column}`), alias: sql.ref(`g_${column}`) }));
	const found = lookups.map(({ column, alias }) => sql` and count(${alias}.position) = count(${column})`);
	const joins = lookups.map(
		({ column, alias }) =>
			sql` left join store.region ${alias} on ${alias}.tree = new.tree and ${alias}.position = ${column}`
	);
	return sql<boolean>`(
		select count(*) = new.${sql.ref(announced)} and count(i.number) = count(*)
			${grouped ? sql`and count(p.number) = count(*)` : sql``}${sql.join(found, sql``)}
		from store.${sql.ref(table)} w
		left join store.indicator i on i.release = w.release and i.number = w.indicator
		${grouped ? sql`left join store.grouping p on p.release = w.release and p.number = w.grouping` : sql``}
		${sql.join(joins, sql``)}
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
	...names.flatMap((name) => {
		const table = sql.ref(`store.${name}`);
		return [
			sql`create trigger draft after insert on ${table} referencing new table as added
				for each statement execute function store.guard_content()`,
			sql`create trigger never before update or delete or truncate on ${table}
				for each statement execute function store.refuse()`,
			sql`alter table ${table} enable always trigger draft, enable always trigger never`
		];
	})
];

export const unguarded = [sql`drop trigger guard_warning on store.release`, sql`drop function store.guard_warning`];
