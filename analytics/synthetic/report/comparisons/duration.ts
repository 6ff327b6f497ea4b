import { sql } from 'kysely';
import { debtDuration, type Criteria } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf, written } from '../dates.ts';
import { Absent, type Folder } from '../folder.ts';
import { judged, judgedAtLeast, type Line } from '../judge.ts';
import { inDebt, stand, tellsDebt } from '../stand.ts';

/** "About a quarter" is taken as a quarter, five points up or down. */
const ABOUT = { kind: 'points', within: 0.05 } as const;

/** How long persons have been in a household with debts. */
export const duration: Comparison = {
	title: 'How long persons have been in a household with registered problematic debts (published: 2018)',
	counted:
		'Persons in a private household with debts on the date. New: not in such a household a year before. ' +
		'Three years in a row: on this date and on those of one and two years before. The source says "about ' +
		'a quarter" and "more than half".',
	async find(folder) {
		const found = await gather(folder.years('SCHULDENPROBLEMATIEKTAB'), (year) => yearLines(folder, endOf(year)));
		if (found.lines.length === 0) throw new Absent('SCHULDENPROBLEMATIEKTAB of three years in a row');
		return found;
	}
};

/** No lines for the first two years of the folder. */
async function yearLines(folder: Folder, date: number): Promise<Line[]> {
	const dates = [date, date - 10_000, date - 20_000];
	for (const criteria of [10, 12] as const) {
		const told = await Promise.all(dates.map((day) => tellsDebt(folder, day, criteria)));
		if (told.every(Boolean)) return judgedYear(folder, dates, criteria);
	}
	return [];
}

async function judgedYear(folder: Folder, dates: readonly number[], criteria: Criteria): Promise<Line[]> {
	const [now, before, earlier] = await Promise.all(dates.map((date) => inDebt(folder, date, criteria)));
	const { n, fresh, three } = await folder.one<{ n: number; fresh: number; three: number }>(sql`
		select count(*) as n, count(*) filter (where not a) as fresh, count(*) filter (where a and b) as three from (
			select person in (select person from ${before!}) as a, person in (select person from ${earlier!}) as b
			from ${await stand(folder, dates[0]!)} where type < 8 and person in (select person from ${now!}))`);
	const error = (p: number) => Math.sqrt((p * (1 - p)) / n);
	const name = `${written(dates[0]!)}, ${criteria} criteria`;
	const shareOf = (measure: string) => debtDuration.find((row) => row.measure === measure)!.share;
	const [quarter, half] = [shareOf('new_within_a_year'), shareOf('three_years_in_a_row')];
	return [
		judged({ name: `new, ${name}`, published: quarter, synthetic: fresh / n, samplingError: error(quarter) }, ABOUT),
		judgedAtLeast(
			{ name: `three years in a row, ${name}`, synthetic: three / n, samplingError: error(half), as: 'percent' },
			half
		)
	];
}
