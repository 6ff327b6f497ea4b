import { sql } from 'kysely';
import { lowIncome, lowIncomeGroups, type IncomeLimit } from '../../published/published.ts';
import { gather, type Comparison } from '../comparison.ts';
import { endOf, yearsBefore } from '../dates.ts';
import type { Folder } from '../folder.ts';
import { typedIncomes } from '../incomes.ts';
import { GROUPS, type Cell } from '../income-groups.ts';
import { judged, share, type Line } from '../judge.ts';
import { pensionBirth } from '../pension-age.ts';

const GOAL = { kind: 'relative', within: 0.1 } as const;
/** The source rounds to a tenth of a percent. */
const ROUNDING = 0.0005;
const LABELS: Record<IncomeLimit, string> = {
	low_income: 'low income',
	long_term_low_income: 'low income for four years',
	minimum_110: 'up to 110 % of the minimum'
};

/** Households with a low income, by group and year. */
export const nationalLowIncome: Comparison = {
	title: 'Households with a low income, by group and year',
	counted:
		'Income households with a known percentage; type, age and children as the register has them for the ' +
		'main earner at the end of the year. Four years: INHARMLAGL below 100, of those where it is known. ' +
		'Groups by origin are not in the tables. The goal is ours; the sampling error of a small group is ' +
		'large.',
	async find(folder) {
		return gather(folder.years('INHATAB'), (year) => yearLines(folder, year));
	}
};

type Counts = Cell & Readonly<Record<`${'n' | 'k'}_${IncomeLimit}`, number>>;

async function yearLines(folder: Folder, year: number): Promise<Line[]> {
	const cells = await count(folder, year);
	const labels = new Map(lowIncomeGroups.map(({ group, label }) => [group, label]));
	return lowIncome.flatMap(({ year: of, group, limit, share: published }) => {
		const belongs = GROUPS[group];
		if (of !== year || published === null || published === 0 || belongs === undefined) return [];
		const own = cells.filter(belongs);
		const sum = (what: 'n' | 'k') => own.reduce((total, cell) => total + cell[`${what}_${limit}`], 0);
		if (sum('n') === 0) return [];
		const name = `${LABELS[limit]}, ${year}, ${labels.get(group)!} (${group})`;
		return [judged(share(name, published, sum('k'), sum('n'), ROUNDING), GOAL)];
	});
}

/** Households by everything that a group asks for, so that the rows are read once. */
async function count(folder: Folder, year: number): Promise<Counts[]> {
	const date = endOf(year);
	return folder.select(sql`
		select type, man, birth <= ${pensionBirth(year)} as pensioner, oldest > ${yearsBefore(date, 18)} as minors,
			greatest(2, least(9, ((${date}::integer - birth) // 10000 + 5) // 10)) as age, "INHBBIHJ" as source, "INHEHALGR" as tenure,
			count(*) as n_low_income, count(*) filter (where "INHARMLAG" < 100) as k_low_income,
			count(*) filter (where "INHARMLAGL" >= 0) as n_long_term_low_income,
			count(*) filter (where "INHARMLAGL" between 0 and 99) as k_long_term_low_income,
			count(*) filter (where "INHARMSOC" >= 0) as n_minimum_110,
			count(*) filter (where "INHARMSOC" between 0 and 109) as k_minimum_110
		from ${await typedIncomes(folder, year)} group by all`);
}
