import { sql } from 'kysely';
import { assistanceByQuarter, householdDebts } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf } from '../dates.ts';
import { Absent, type Folder } from '../folder.ts';
import { judged, share, type Line } from '../judge.ts';
import { pensionBirth } from '../pension-age.ts';
import { persons, stand } from '../stand.ts';
import { assistanceOn } from './benefits.ts';

const GOAL = { kind: 'relative', within: 0.05 } as const;
/** Month and day. */
const QUARTER_ENDS = [331, 630, 930, 1231];

/** Persons with social assistance by quarter, per private household of the country. */
export const assistance: Comparison = {
	title: 'Persons below pension age with social assistance, per private household, at the end of each quarter',
	counted:
		'Spells of general social assistance that cover the last day of the quarter. Households: those at the ' +
		'end of the year; published: in and out of debts. The goal is ours.',
	async find(folder) {
		const years = folder.years('BIJSTANDUITKERINGTAB');
		if (years.length === 0) throw new Absent('BIJSTANDUITKERINGTAB');
		return gather(years, (year) => yearLines(folder, year));
	}
};

/** Private households of the country at the end of a year; after the last known year, that of the last. */
function publishedHouseholds(year: number): number {
	const rows = householdDebts.filter(({ date }) => date.endsWith('-01-01') && Number(date.slice(0, 4)) <= year + 1);
	const { inDebt, notInDebt } = rows.at(-1)!;
	return inDebt + notInDebt;
}

async function yearLines(folder: Folder, year: number): Promise<Line[]> {
	const born = await persons(folder);
	const { n } = await folder.one<{ n: number }>(
		sql`select count(*) as n from ${await stand(folder, endOf(year))} where reference and type < 8`
	);
	const lines: Line[] = [];
	for (const { quarter, thousands } of assistanceByQuarter.filter((row) => row.year === year)) {
		const day = year * 10_000 + QUARTER_ENDS[quarter - 1]!;
		const { k } = await folder.one<{ k: number }>(sql`
			select count(distinct person) as k from (${await assistanceOn(folder, year, day)}) join ${born} using (person)
			where birth > ${pensionBirth(year)}`);
		lines.push(
			judged(share(`${year}, quarter ${quarter}`, (1000 * thousands) / publishedHouseholds(year), k, n), GOAL)
		);
	}
	return lines;
}
