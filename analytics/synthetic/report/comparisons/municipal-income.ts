import { sql } from 'kysely';
import { municipalBenefits, municipalShares } from '../../published/published.ts';
import type { Comparison } from '../comparison.ts';
import { endOf } from '../dates.ts';
import { incomeHouseholds } from '../incomes.ts';
import { municipalLines, type MunicipalCount } from '../municipal.ts';
import { nearestYear, places } from '../places.ts';

const GOALS = { correlation: 0.95, difference: 0.01 };

interface Row {
	gemeente: string;
	n: number;
	low: number;
	minimum: number;
}

/** Low income per municipality against Kerncijfers wijken en buurten 2020. */
export const municipalIncome: Comparison = {
	title: 'Households with a low income per municipality (published: 2020)',
	counted:
		'In 2020 or the nearest year: INHARMLAG below 100, and INHARMSOC below 110, of the income households ' +
		"with a known percentage, at the main earner's address. Weighted by households. The goal of the " +
		"correlation is the project's, that of the difference ours.",
	async find(folder) {
		const year = nearestYear(folder, 'INHATAB', 2020);
		const rows = await folder.select<Row>(sql`
			select gemeente, count(*) as n, count(*) filter (where "INHARMLAG" < 100) as low,
				count(*) filter (where "INHARMSOC" < 110) as minimum
			from ${await incomeHouseholds(folder, year)} join ${await places(folder, endOf(year))} on person = earner group by 1`);
		const counts = (column: 'low' | 'minimum'): MunicipalCount[] =>
			rows.map((row) => ({ code: `GM${row.gemeente}`, n: row.n, k: row[column] }));
		const low = new Map(municipalShares.map(({ code, lowIncome }) => [code, lowIncome]));
		const minimum = new Map(municipalBenefits.map(({ code, minimum110 }) => [code, minimum110]));
		return {
			lines: [
				...municipalLines('low income', low, counts('low'), GOALS),
				...municipalLines('up to 110 % of the social minimum', minimum, counts('minimum'), GOALS)
			],
			absent: []
		};
	}
};
