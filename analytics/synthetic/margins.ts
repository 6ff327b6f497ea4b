import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { gemeenten } from '../regions/nederland.ts';
import { municipalBenefits } from './published/published.ts';
import type { Composition } from './weighing.ts';

/** What the synthetic households of a municipality are drawn from; sources in data/SOURCES.md. Shares are fractions. */
export interface Margins extends Composition {
	/** "GM" and four digits. */
	readonly code: string;
	/** Inhabitants on 1 January 2024. */
	readonly population: number;
	/** Share of households with a low income, 2020, and with debts (modelled, not published), as ratios to the country. */
	readonly lowIncomeRatio: number;
	readonly debtRatio: number;
	readonly rented: number;
	/** Persons with a benefit per inhabitant, 2020, as ratios to the country. */
	readonly assistanceRatio: number;
	readonly unemploymentRatio: number;
	readonly disabilityRatio: number;
}

function read(file: string): Record<string, string>[] {
	return parse(readFileSync(join(import.meta.dirname, 'data', file), 'utf8'), { columns: true });
}

/**
 * Debts per municipality as a line in low income and high education (percentages): a least-squares fit of ours to the twelve
 * municipal shares of October 2020 that the press published (Rotterdam 15.5 to Rozendaal 1.3); residuals are about 1.7 points.
 */
function modelledDebts(lowIncome: number, highEducation: number): number {
	return Math.max(1.2, 5.96 + 1.07 * lowIncome - 0.148 * highEducation);
}

/** Of households with children, those with one parent (CBS 71486ned, 2020); per municipality it is not in the table. */
const SINGLE_PARENTS = 0.222;

const AGES = ['age0to15', 'age15to25', 'age25to45', 'age45to65', 'age65plus'];

type Benefit = 'assistance' | 'unemployment' | 'disability';

function margins(): Margins[] {
	const rows = read('margins-2020.csv').map(
		(row) => new Map(Object.entries(row).map(([key, text]) => [key, Number(text)]))
	);
	const facts = rows.map((row, i) => ({ gemeente: gemeenten[i]!, of: (key: string): number => row.get(key)! }));
	type Fact = (typeof facts)[number];
	const debts = ({ of }: Fact): number => modelledDebts(of('lowIncome'), of('highEducation'));
	const national = (value: (fact: Fact) => number): number => {
		const households = facts.reduce((sum, { gemeente }) => sum + gemeente.households2020, 0);
		return facts.reduce((sum, fact) => sum + value(fact) * fact.gemeente.households2020, 0) / households;
	};
	const low = national(({ of }) => of('lowIncome'));
	const debt = national(debts);
	const benefits = new Map(municipalBenefits.map((row) => [row.code, row]));
	const inhabitants = municipalBenefits.reduce((sum, row) => sum + row.inhabitants, 0);
	const benefitRatio = (code: string, benefit: Benefit): number => {
		const row = benefits.get(code)!;
		const country = municipalBenefits.reduce((sum, one) => sum + one[benefit], 0) / inhabitants;
		return Math.max(0.05, row[benefit] / row.inhabitants / country);
	};
	return facts.map((fact) => {
		const { gemeente, of } = fact;
		const types = of('onePerson') + of('noChildren') + of('withChildren');
		const persons = AGES.reduce((sum, age) => sum + of(age), 0);
		return {
			code: gemeente.code,
			population: gemeente.population2024,
			onePerson: of('onePerson') / types,
			noChildren: of('noChildren') / types,
			singleParents: (SINGLE_PARENTS * of('withChildren')) / types,
			householdSize: of('householdSize'),
			ages: AGES.map((age) => of(age) / persons),
			lowIncomeRatio: of('lowIncome') / low,
			debtRatio: debts(fact) / debt,
			rented: of('rented') / 100,
			assistanceRatio: benefitRatio(gemeente.code, 'assistance'),
			unemploymentRatio: benefitRatio(gemeente.code, 'unemployment'),
			disabilityRatio: benefitRatio(gemeente.code, 'disability')
		};
	});
}

/** Municipalities in the order of `gemeenten`. */
export const municipalMargins: readonly Margins[] = margins();
