import { sql } from 'kysely';
import { lifeEventChances, type Criteria, type LifeEvent, type LifeEventChance } from '../../published/published.ts';
import { affected } from '../affected.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf, toNumber, written } from '../dates.ts';
import { Absent, type Folder } from '../folder.ts';
import { judged, share, type Line } from '../judge.ts';
import { covered } from '../spells.ts';
import { atRisk, stand, tellsDebt } from '../stand.ts';
import { ratioError } from '../statistics.ts';

const GOAL = { kind: 'relative', within: 0.15 } as const;
/** Of the share of units that had the event: the goal is ours. */
const SIZE_GOAL = { kind: 'relative', within: 0.25 } as const;
/** The source gives chances with an event to a tenth of a percent. */
const ROUNDING = 0.0005;

/** Units with and without the event, and how many of each entered debts. */
interface Counted {
	readonly with: number;
	readonly enteredWith: number;
	readonly without: number;
	readonly enteredWithout: number;
}

/** The chance to enter debts with and without each life event, and their ratio. */
export const lifeEvents: Comparison = {
	title: 'Chance to enter debts within the year, with and without a life event in the three years before',
	counted:
		'Units that were in a household without debts a year before: adults for figures of 2018, from 2020 ' +
		'private households by their reference person. Own: the event of the person or the reference person; ' +
		'other member: of another one in the private household. Work to benefit: a SECM spell 21, 22 or 24 within 31 ' +
		'days after one of 11-15. Separation: partners (PLHH 3-6) at the start of a year in different ' +
		'households at its end. Child: a child at home born in the three years. Child 18: a child at home ' +
		'turned 18, counted for all at home, the child too. Income drop: standardised income 25 % below that ' +
		'of the year before (the source gives no number). Where the folder begins after 2014, figures of 2018 ' +
		'that no later year repeats are held against all its dates together. Had: the share of the units that ' +
		'had the event; that goal, 25 %, is ours.',
	async find(folder) {
		return gather(lifeEventChances, (published) => compared(folder, published));
	}
};

async function compared(folder: Folder, published: LifeEventChance): Promise<Line[]> {
	const { event, who, date, unit, criteria } = published;
	const name = `${event}, ${who === 'own' ? 'own' : 'other member'}, ${date}`;
	if (known(folder, toNumber(date))) {
		const counted = await count(folder, toNumber(date), criteria, unit, event, who);
		return [had(name, published, counted), ...chances(name, published, counted), ratio(name, published, counted)];
	}
	// Where later years have figures of their own, those are the ones to compare with.
	const later = lifeEventChances.some((row) => row.event === event && row.unit === 'household');
	if (unit === 'household' || later) throw new Absent(`GBAHUISHOUDENSBUS of four years before ${date}`);
	return overall(folder, published, name);
}

/** Size and ratio of a year before those of the folder, beside those over all dates of the folder. */
async function overall(folder: Folder, published: LifeEventChance, name: string): Promise<Line[]> {
	const { event, who, unit, criteria } = published;
	const dates: number[] = [];
	const parts: Counted[] = [];
	for (const date of folder.years('SCHULDENPROBLEMATIEKTAB').map(endOf)) {
		if (!known(folder, date)) continue;
		const told = (await tellsBoth(folder, date, criteria)) ? criteria : 12;
		if (!(await tellsBoth(folder, date, told))) continue;
		dates.push(date);
		parts.push(await count(folder, date, told, unit, event, who));
	}
	if (parts.length === 0) throw new Absent('debts and households of four years in a row');
	const period = `${written(dates[0]!)} to ${written(dates.at(-1)!)}`;
	const counted = parts.reduce(sum);
	return [had, ratio].map((line) => line(`${name} against ${period}`, published, counted));
}

function known(folder: Folder, date: number): boolean {
	return covered(folder, 'GBAHUISHOUDENSBUS', date);
}

async function tellsBoth(folder: Folder, date: number, criteria: Criteria): Promise<boolean> {
	return (await tellsDebt(folder, date, criteria)) && tellsDebt(folder, date - 10_000, criteria);
}

function sum(a: Counted, b: Counted): Counted {
	return {
		with: a.with + b.with,
		enteredWith: a.enteredWith + b.enteredWith,
		without: a.without + b.without,
		enteredWithout: a.enteredWithout + b.enteredWithout
	};
}

async function count(
	folder: Folder,
	date: number,
	criteria: Criteria,
	unit: LifeEventChance['unit'],
	event: LifeEvent,
	who: LifeEventChance['who']
): Promise<Counted> {
	const had = await affected(folder, date, event);
	const units = await atRisk(folder, date, criteria, unit);
	const own = sql`person in (select person from ${had})`;
	const members = sql`(select household, count(*) as members from ${await stand(folder, date)}
		where type < 8 and person in (select person from ${had}) group by household)`;
	const met =
		who === 'own'
			? sql`select entered, ${own} as met from ${units}`
			: sql`select entered, coalesce(members, 0) > cast(${own} as integer) as met
				from ${units} left join ${members} using (household)`;
	return folder.one(sql`select count(*) filter (where met) as "with", count(*) filter (where met and entered) as "enteredWith",
		count(*) filter (where not met) as without, count(*) filter (where not met and entered) as "enteredWithout" from (${met})`);
}

/** The share of the units that had the event; the published one follows from a rounded chance. */
function had(name: string, { shareWith, chanceWith }: LifeEventChance, counted: Counted): Line {
	const rounding = (shareWith * ROUNDING) / chanceWith;
	return judged(share(`had ${name}`, shareWith, counted.with, counted.with + counted.without, rounding), SIZE_GOAL);
}

function chances(name: string, published: LifeEventChance, counted: Counted): Line[] {
	const { chanceWith, chanceWithout } = published;
	return [
		judged(share(`with ${name}`, chanceWith, counted.enteredWith, counted.with, ROUNDING), GOAL),
		judged(share(`without ${name}`, chanceWithout, counted.enteredWithout, counted.without), GOAL)
	];
}

function ratio(name: string, published: LifeEventChance, counted: Counted): Line {
	const without = counted.enteredWithout / counted.without;
	// The level differs where a year stands in for another one: the error is that of the published ratio at this level.
	const error = ratioError(Math.min(0.99, without * published.ratio), counted.with, without, counted.without);
	const found = {
		name: `ratio ${name}`,
		published: published.ratio,
		synthetic: counted.enteredWith / counted.with / without,
		samplingError: Number.isFinite(error) ? error : null,
		rounding: ROUNDING / published.chanceWithout,
		as: 'number' as const
	};
	return judged(found, GOAL);
}
