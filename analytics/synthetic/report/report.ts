import { sql } from 'kysely';
import { gather, type Comparison, type Findings } from './comparison.ts';
import { assistance } from './comparisons/assistance.ts';
import { benefits } from './comparisons/benefits.ts';
import { debts } from './comparisons/debts.ts';
import { defaulters } from './comparisons/defaulters.ts';
import { duration } from './comparisons/duration.ts';
import { households } from './comparisons/households.ts';
import { lifeEvents } from './comparisons/life-events.ts';
import { nationalLowIncome } from './comparisons/low-income.ts';
import { municipalIncome } from './comparisons/municipal-income.ts';
import { population } from './comparisons/population.ts';
import { season } from './comparisons/season.ts';
import { endOf } from './dates.ts';
import { openFolder, type Folder } from './folder.ts';
import type { Verdict } from './judge.ts';
import { stand } from './stand.ts';

export interface Report {
	readonly years: readonly number[];
	/** Persons in households at the end of the last year. */
	readonly persons: number;
	readonly comparisons: readonly Compared[];
	/** Lines by verdict. */
	readonly counts: Readonly<Record<Verdict, number>>;
}

export interface Compared extends Findings {
	readonly title: string;
	readonly counted: string;
}

const COMPARISONS: readonly Comparison[] = [
	population,
	households,
	benefits,
	municipalIncome,
	nationalLowIncome,
	debts,
	duration,
	lifeEvents,
	season,
	assistance,
	defaulters
];

/**
 * Compares the tables in a folder that `synthesize` wrote with published figures. It counts from the files by queries of its
 * own, so that it checks both the tables and what is derived from them elsewhere. Exact numbers: invented data only.
 * @throws InputError when the folder does not hold the marker of invented data, or no households
 */
export async function synthesisReport(dir: string): Promise<Report> {
	const folder = await openFolder(dir);
	try {
		const years = folder.years('GBAHUISHOUDENSBUS');
		const persons = await inHouseholds(folder, years.at(-1)!);
		const comparisons: Compared[] = [];
		for (const comparison of COMPARISONS) comparisons.push(await compared(folder, comparison));
		const counts = { reached: 0, undecided: 0, missed: 0 };
		for (const { lines } of comparisons) for (const { verdict } of lines) counts[verdict]++;
		return { years, persons, comparisons, counts };
	} finally {
		await folder.close();
	}
}

async function inHouseholds(folder: Folder, year: number): Promise<number> {
	const { n } = await folder.one<{ n: number }>(sql`select count(*) as n from ${await stand(folder, endOf(year))}`);
	return n;
}

async function compared(folder: Folder, { title, counted, find }: Comparison): Promise<Compared> {
	// One item, so that what the whole comparison lacks is told like what one of its lines lacks.
	let found: Findings = { lines: [], absent: [] };
	const { absent } = await gather([find], async () => {
		found = await find(folder);
		return found.lines;
	});
	return { title, counted, lines: found.lines, absent: [...found.absent, ...absent] };
}
