import type { DuckDBConnection } from '@duckdb/node-api';
import { GROUPS, SOURCES } from '../../analytics/synthetic/groups.ts';
import { LIFE_EVENTS, type LifeEvent } from '../../analytics/synthetic/published/published.ts';
import { pensionAge } from '../../analytics/synthetic/secm.ts';

/** Counts of units, and of those with something. */
export interface Count {
	readonly n: number;
	readonly k: number;
}

export type Unit = 'person' | 'household';

/** What the staging tables of a simulation hold of what is published. Keys: words and the year. */
export interface Measured {
	/** By group of `income` settings and year: households below the low-income threshold. */
	readonly low: ReadonlyMap<string, Count>;
	/** By young or old and year: households up to 110 % of the social minimum. */
	readonly minimum: ReadonlyMap<string, Count>;
	/** By municipality: households below the low-income threshold in 2020. */
	readonly places: ReadonlyMap<string, Count>;
	/** By year. */
	readonly stock: ReadonlyMap<number, Count>;
	readonly inflow: ReadonlyMap<number, Count>;
	readonly assistance: ReadonlyMap<number, Count>;
	readonly unemployment: ReadonlyMap<number, Count>;
	readonly disability: ReadonlyMap<number, Count>;
	readonly defaulters: ReadonlyMap<number, Count>;
	/** By event, own or other member, unit and year: chances to enter debts with and without. */
	readonly events: ReadonlyMap<string, { with: Count; without: Count }>;
}

export async function measure(connection: DuckDBConnection, first: number, last: number): Promise<Measured> {
	const maps = {
		low: new Map<string, Count>(),
		minimum: new Map<string, Count>(),
		places: new Map<string, Count>(),
		stock: new Map<number, Count>(),
		inflow: new Map<number, Count>(),
		assistance: new Map<number, Count>(),
		unemployment: new Map<number, Count>(),
		disability: new Map<number, Count>(),
		defaulters: new Map<number, Count>(),
		events: new Map<string, { with: Count; without: Count }>()
	};
	const rows = async (query: string): Promise<Record<string, unknown>[]> =>
		(await connection.runAndReadAll(query)).getRowObjectsJson();
	const one = async (query: string): Promise<Count> => {
		const [row] = await rows(query);
		return { n: Number(row!.n), k: Number(row!.k) };
	};
	await connection.run(FROM_WORK);
	for (let year = first; year <= last; year++) {
		const end = year * 10_000 + 1231;
		await connection.run(`create or replace temp table stand as
			select s.person, s.household, s.type, s.place, s.reference = 1 as reference, p.birth, m.source in (11, 12, 13, 14, 15) as works,
				(m.debt >> 7) & 1 as debt, m.benefits, m.source
			from household_spell s join person p using (person) join member_${year} m using (person)
			where s.since <= ${end} and s.until >= ${end}`);
		await connection.run(`create or replace temp table homes as
			select i.*, s.type, ${year} * 12 + 11 - (s.birth // 10000 * 12 + s.birth // 100 % 100 - 1) >= ${pensionAge(year)} as old, v.code[1:4] as gemeente
			from income_${year} i join stand s on s.person = i.earner
			join (select person, any_value(address) as address from address_spell where since <= ${end} and until >= ${end} group by 1) a
				on a.person = i.earner
			join address using (address) join buurt v using (buurt)`);
		for (const [group] of GROUPS) maps.low.set(`${group} ${year}`, await one(lowIncome(GROUP_WHERE[group])));
		for (const [source, codes] of SOURCES)
			maps.low.set(`${source} ${year}`, await one(lowIncome(`source in (${codes.join(', ')})`)));
		maps.low.set(`owner ${year}`, await one(lowIncome('tenure = 1')));
		for (const [key, where] of [
			['young', 'type = 1 and not old'],
			['old', 'type = 1 and old']
		] as const)
			maps.minimum.set(
				`${key} ${year}`,
				await one(
					`select count(*) as n, count(*) filter (where minimum < 110) as k from homes where low >= 0 and ${where}`
				)
			);
		if (year === Math.min(last, Math.max(first, 2020)))
			for (const row of await rows(
				`select gemeente, count(*) as n, count(*) filter (where low < 100) as k from homes where low >= 0 group by 1`
			))
				maps.places.set(`GM${String(row.gemeente)}`, { n: Number(row.n), k: Number(row.k) });
		maps.stock.set(year, await one(`select count(*) as n, sum(debt) as k from stand where reference and type < 8`));
		for (const [name, where] of [
			['assistance', 'source = 22'],
			['unemployment', 'benefits & 1 > 0'],
			['disability', 'benefits & 2 > 0']
		] as const)
			maps[name].set(year, await one(`select count(*) as n, count(*) filter (where ${where}) as k from stand`));
		maps.defaulters.set(
			year,
			await one(`select count(*) as n, count(*) filter (where person in (
				select person from default_spell where since <= ${end} and until >= ${end})) as k from stand where ${end} - birth >= 180000`)
		);
		if (year === first) continue;
		await connection.run(entered(year));
		maps.inflow.set(
			year,
			await one(`select count(*) as n, count(*) filter (where entered) as k from units where reference and type < 8`)
		);
		for (const event of LIFE_EVENTS)
			for (const unit of ['household', 'person'] as const)
				for (const who of ['own', 'other_member'] as const) {
					const [row] = await rows(chances(event, unit, who));
					maps.events.set(`${event} ${who} ${unit} ${year}`, {
						with: { n: Number(row!.a), k: Number(row!.b) },
						without: { n: Number(row!.c), k: Number(row!.d) }
					});
				}
	}
	return maps;
}

const GROUP_WHERE: Record<(typeof GROUPS)[number][0], string> = {
	onePersonYoung: 'type = 1 and not old',
	onePersonOld: 'type = 1 and old',
	coupleYoung: 'type in (2, 3) and not old',
	coupleOld: 'type in (2, 3) and old',
	coupleChildren: 'type in (4, 5)',
	singleParent: 'type = 6',
	other: 'type = 7'
};

function lowIncome(where: string): string {
	return `select count(*) as n, count(*) filter (where low < 100) as k from homes where low >= 0 and ${where}`;
}

const FROM_WORK = `create or replace temp table from_work as
	select person, code, since as date from (
		select *, lag(code) over (partition by person order by since) as before from position_spell)
	where code in (21, 22, 24) and before between 11 and 15`;

/** The people of a year who were in no debts a year before, with the events of their three years. */
function entered(year: number): string {
	const after = (year - 2) * 10_000 + 101;
	const end = year * 10_000 + 1231;
	const started = (code: number): string =>
		`s.person in (select person from from_work where code = ${code} and date between ${after} and ${end})`;
	return `create or replace temp table units as
		with couple as (select a.person, bool_or(b.works) as beside from stand a join stand b using (household)
				where a.place between 3 and 6 and b.place between 3 and 6 and a.person <> b.person group by 1),
			happened as (select s.*, coalesce(beside, false) as beside,
				${started(22)} as social_assistance_start, ${started(21)} as job_loss, ${started(24)} as disability,
				s.person in (select person from partner_end where date between ${after} and ${end} and reason = 1) as separation,
				s.person in (select person from partner_end where date between ${after} and ${end} and reason = 2) as partner_died,
				s.person in (select person from income_drop where year between ${year - 2} and ${year}) as income_drop
			from stand s left join couple using (person)),
			told as (select *, social_assistance_start and not beside as social_assistance_start_no_working_partner,
				job_loss and not beside as job_loss_no_working_partner,
				household in (select household from stand where place = 1 and birth > ${after - 1}) as child_here,
				household in (select household from stand where place = 1 and birth between ${after - 180_000} and ${end - 180_000}) as child_18_here
			from happened),
			households as (select household, ${LIFE_EVENTS.filter((event) => !event.startsWith('child'))
				.map((event) => `count(*) filter (where ${event} and type < 8) as n_${event}`)
				.join(', ')} from told group by 1)
		select t.*, h.* exclude (household), t.debt = 1 as entered,
			child_here and not (place = 1 and t.birth > ${after - 1}) as child,
			child_18_here and not (place = 1 and t.birth between ${after - 180_000} and ${end - 180_000}) as child_turned_18
		from told t join households h using (household) join member_${year - 1} b on b.person = t.person and (b.debt >> 7) & 1 = 0
		where t.birth <= ${end - 180_000}`;
}

function chances(event: LifeEvent, unit: Unit, who: 'own' | 'other_member'): string {
	const met = who === 'own' || event.startsWith('child') ? event : `n_${event} > cast(${event} as integer)`;
	return `select count(*) filter (where ${met}) as a, count(*) filter (where ${met} and entered) as b,
		count(*) filter (where not (${met})) as c, count(*) filter (where not (${met}) and entered) as d
		from units where ${unit === 'household' ? 'reference and type < 8' : 'true'}`;
}

/** Relations over all years that `entered` reads: separations and deaths of partners, and falls of income. */
export async function prepare(connection: DuckDBConnection, first: number, last: number): Promise<void> {
	const couples = `select a.person, b.person as partner, greatest(a.since, b.since) as since, least(a.until, b.until) as until
		from household_spell a join household_spell b on a.household = b.household and a.since = b.since
		where a.place between 3 and 6 and b.place between 3 and 6 and a.person <> b.person`;
	await connection.run(`create or replace temp table partner_end as
		select c.person, max(c.until) as date, case when any_value(d.date) is null then 1 else 2 end as reason
		from (select person, partner, max(until) as until from (${couples}) group by 1, 2) c
		left join death d on d.person = c.partner and d.date = c.until + 1
		where c.until < 99991231 group by c.person, c.partner`);
	const drops = [];
	for (let year = first + 1; year <= last; year++)
		drops.push(`select a.person, ${year} as year from member_${year} a join income_${year} i using (earner)
			join member_${year - 1} b on a.person = b.person join income_${year - 1} j on j.earner = b.earner
			where i.low >= 0 and j.low >= 0 and i.standard < 0.75 * j.standard`);
	await connection.run(`create or replace temp table income_drop as ${drops.join(' union all ')}`);
}
