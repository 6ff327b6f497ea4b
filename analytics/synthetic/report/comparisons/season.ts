import { sql } from 'kysely';
import { unemploymentByMonth } from '../../published/published.ts';
import { seasonFactors } from '../../published/season.ts';
import type { Comparison } from '../comparison.ts';
import { Absent, type Folder } from '../folder.ts';
import { judged, type Line } from '../judge.ts';
import { secm } from '../spells.ts';

const GOAL = { kind: 'points', within: 0.02 } as const;
const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];

/** The season of unemployment. */
export const season: Comparison = {
	title: 'Season of unemployment: factors by month',
	counted:
		'Persons with SECM 21 at the end of each month, as a ratio to the moving average of a year around it, ' +
		'averaged over the years; published: the same of benefits of 2008 to 2018. The goal is ours.',
	async find(folder) {
		return { lines: await monthLines(folder), absent: [] };
	}
};

async function monthLines(folder: Folder): Promise<Line[]> {
	const years = folder.years('SECMBUS');
	if (years.length < 2) throw new Absent('SECMBUS of two years in a row');
	const [first, last] = [years[0]!, years.at(-1)!];
	const rows = await folder.select<{ year: number; month: number; n: number }>(sql`
		with ends as (
			select y as year, m as month, y * 10000 + m * 100 + day(last_day(make_date(y, m, 1))) as day
			from range(cast(${first} as integer), cast(${last + 1} as integer)) years(y), range(1, 13) months(m)
		), spells as (select since, until from ${await secm(folder)} where code = 21)
		select year, month, count(since) as n from ends left join spells on since <= day and until >= day group by 1, 2 order by 1, 2`);
	const synthetic = seasonFactors(rows.map(({ n }) => n));
	const published = seasonFactors(unemploymentByMonth.map(({ thousands }) => thousands))!;
	if (synthetic === null) throw new Absent('unemployment in enough months');
	const inMonth = rows.reduce((sum, { n }) => sum + n, 0) / 12;
	return published.map((factor, month) =>
		judged(
			{
				name: MONTHS[month]!,
				published: factor,
				synthetic: synthetic[month]!,
				// Those who are counted in a month: persons of one year are partly those of the next, so this is a lower bound.
				samplingError: factor / Math.sqrt(inMonth),
				as: 'number'
			},
			GOAL
		)
	);
}
