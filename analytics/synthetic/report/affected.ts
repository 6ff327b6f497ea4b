import { sql, type RawBuilder } from 'kysely';
import { named } from './names.ts';
import type { LifeEvent } from '../published/published.ts';
import { endOf, fileYear, yearsBefore } from './dates.ts';
import { Absent, type Folder } from './folder.ts';
import { deaths, fromWork, secmOn, WORK } from './spells.ts';
import { KEY, LINKED, PERSON, stand } from './stand.ts';

/** An income this far below that of the year before is a substantial drop: ours, as the source gives no number. */
const DROP = 0.25;

type Find = (folder: Folder, date: number) => Promise<RawBuilder<unknown>>;

const FIND: Record<LifeEvent, Find> = {
	job_loss: (folder, date) => startOf(folder, date, 21),
	social_assistance_start: (folder, date) => startOf(folder, date, 22),
	disability: (folder, date) => startOf(folder, date, 24),
	job_loss_no_working_partner: (folder, date) => alone(folder, date, 'job_loss'),
	social_assistance_start_no_working_partner: (folder, date) => alone(folder, date, 'social_assistance_start'),
	income_drop: incomeDrop,
	separation,
	partner_died: partnerDied,
	child: childBorn,
	child_turned_18: childTurned18
};

/** The persons (column `person`, once each) who had an event in the three years before a date. @throws Absent */
export async function affected(folder: Folder, date: number, event: LifeEvent): Promise<RawBuilder<unknown>> {
	const name = `${event}_${date}`;
	await folder.relation(name, async () => sql`select distinct person from (${await FIND[event](folder, date)})`);
	return named(name);
}

async function startOf(folder: Folder, date: number, code: number): Promise<RawBuilder<unknown>> {
	return sql`select person from ${await fromWork(folder)}
		where code = ${code} and date >= ${yearsBefore(date, 3)} and date < ${date}`;
}

/** Without a partner who works on the date. */
async function alone(folder: Folder, date: number, event: LifeEvent): Promise<RawBuilder<unknown>> {
	const couples = pairs(await stand(folder, date));
	return sql`select person from ${await affected(folder, date, event)} where person not in (
		select person from ${couples} where partner in ${await secmOn(folder, date, WORK)})`;
}

/** Both orders of two partners in a household (PLHH 3 to 6). */
function pairs(people: RawBuilder<unknown>): RawBuilder<unknown> {
	return sql`(select a.person, b.person as partner from ${people} a join ${people} b using (household)
		where a.place between 3 and 6 and b.place between 3 and 6 and a.person <> b.person)`;
}

/** The three years before a date: each as the stand at its start and at its end. */
async function years<T>(date: number, find: (start: number, end: number) => Promise<T>): Promise<T[]> {
	const last = fileYear(date);
	return Promise.all([last - 2, last - 1, last].map((year) => find(endOf(year - 1), endOf(year))));
}

function union(parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
	return sql.join(parts, sql` union all `);
}

/** Partners at the start of a year who live in different households at its end. */
async function separation(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const parts = await years(date, async (start, end) => {
		const [before, after] = [await stand(folder, start), await stand(folder, end)];
		return sql`select p.person from ${pairs(before)} p join ${after} a on a.person = p.person
			join ${after} b on b.person = p.partner where a.household <> b.household`;
	});
	return union(parts);
}

async function partnerDied(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const died = await deaths(folder);
	const parts = await years(date, async (start, end) => {
		const couples = pairs(await stand(folder, start));
		return sql`select p.person from ${couples} p join ${died} d on d.person = p.partner
			where d.date >= ${start} and d.date < ${end}`;
	});
	return union(parts);
}

/** Whoever shares a household on the date with a child (PLHH 1) born in the three years, but not that child. */
async function childBorn(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const people = await stand(folder, date);
	const born = sql`place = 1 and birth > ${yearsBefore(date, 3)}`;
	return sql`select person from ${people}
		where household in (select household from ${people} where ${born}) and not coalesce(${born}, false)`;
}

/**
 * Whoever was in a household at the end of a year with a child (PLHH 1) that turned 18 in it, the child too: without the
 * children themselves the published number of persons would not be reached.
 */
async function childTurned18(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const parts = await years(date, async (start, end) => {
		const people = await stand(folder, end);
		return sql`select person from ${people} where household in (select household from ${people}
			where place = 1 and birth > ${yearsBefore(start, 18)} and birth <= ${yearsBefore(end, 18)})`;
	});
	return union(parts);
}

/** A household income, standardised, far below that of the year before, in one of the three years. */
async function incomeDrop(folder: Folder, date: number): Promise<RawBuilder<unknown>> {
	const last = fileYear(date);
	const parts: RawBuilder<unknown>[] = [];
	for (const year of [last - 2, last - 1, last]) {
		const [before, after] = [await incomes(folder, year - 1), await incomes(folder, year)];
		parts.push(sql`select a.person from ${after} a join ${before} b using (person)
			where b.income > 0 and a.income < ${1 - DROP} * b.income`);
	}
	return union(parts);
}

/** Relation of person and the standardised income of the income household, where it is known. */
async function incomes(folder: Folder, year: number): Promise<RawBuilder<unknown>> {
	const name = `income_${year}`;
	await folder.relation(name, async () => {
		if (!folder.years('KOPPELPERSOONHUISHOUDEN').includes(year)) throw new Absent(`KOPPELPERSOONHUISHOUDEN ${year}`);
		const links = await folder.rows('KOPPELPERSOONHUISHOUDEN', year, [...KEY, 'RINPERSOONSHKW', 'RINPERSOONHKW']);
		const columns = ['RINPERSOONSHKW', 'RINPERSOONHKW', 'INHGESTINKH'];
		return sql`
			with link as (select ${PERSON} as person, try_cast("RINPERSOONHKW" as integer) as earner from ${links} t
				where ${LINKED} and "RINPERSOONSHKW" = 'R'),
			amount as (select try_cast("RINPERSOONHKW" as integer) as earner, try_cast("INHGESTINKH" as bigint) as income
				from ${await folder.rows('INHATAB', year, columns)} t where "RINPERSOONSHKW" = 'R')
			select person, min(income) as income from link join amount using (earner) where income < 9999999999 group by 1`;
	});
	return named(name);
}
