import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { gemeenten } from '../regions/nederland.ts';

/** What the synthetic households of a municipality are drawn from; sources in data/SOURCES.md. Shares are fractions. */
export interface Margins {
	/** "GM" and four digits. */
	readonly code: string;
	/** Inhabitants on 1 January 2024. */
	readonly population: number;
	readonly onePerson: number;
	readonly noChildren: number;
	readonly withChildren: number;
	readonly householdSize: number;
	/** Share of persons of 25 to 45, and of 65 and over, as a ratio to the country. */
	readonly youngRatio: number;
	readonly oldRatio: number;
	/** Share of households with a low income, 2020, and its ratio to the country. */
	readonly lowIncomeRatio: number;
	/** Share of households with registered problematic debts as a ratio to the country: modelled, not published. */
	readonly debtRatio: number;
	readonly rented: number;
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
	const young = national(({ of }) => of('age25to45'));
	const old = national(({ of }) => of('age65plus'));
	const low = national(({ of }) => of('lowIncome'));
	const debt = national(debts);
	return facts.map((fact) => {
		const { gemeente, of } = fact;
		const types = of('onePerson') + of('noChildren') + of('withChildren');
		return {
			code: gemeente.code,
			population: gemeente.population2024,
			onePerson: of('onePerson') / types,
			noChildren: of('noChildren') / types,
			withChildren: of('withChildren') / types,
			householdSize: of('householdSize'),
			youngRatio: of('age25to45') / young,
			oldRatio: of('age65plus') / old,
			lowIncomeRatio: of('lowIncome') / low,
			debtRatio: debts(fact) / debt,
			rented: of('rented') / 100
		};
	});
}

/** Municipalities in the order of `gemeenten`. */
export const municipalMargins: readonly Margins[] = margins();

/** Groups of households by which the published shares differ. */
export const GROUPS = [
	'onePersonYoung',
	'onePersonOld',
	'coupleYoung',
	'coupleOld',
	'coupleChildren',
	'singleParent',
	'other'
] as const;

export interface NationalYear {
	/** Share of households in the whole country, as a fraction. */
	readonly all: number;
	/** The same by group, in the order of GROUPS; `mean` is what they come to over all households. */
	readonly groups: readonly number[];
	readonly mean: number;
}

const lowIncome = new Map(
	read('low-income-national.csv').map((row): [number, NationalYear] => [
		Number(row.year),
		{ all: Number(row.all) / 100, mean: Number(row.all) / 100, groups: GROUPS.map((group) => Number(row[group]) / 100) }
	])
);

const debts = new Map(read('debts-national.csv').map((row) => [Number(row.year), Number(row.households) / 100]));

/** Persons' debts of 2023 by type of household, carried over to households, and lower from retirement on. */
const DEBT_GROUPS = [0.093, 0.027, 0.04, 0.013, 0.056, 0.127, 0.099];

function nearest<T>(series: ReadonlyMap<number, T>, year: number): T {
	const years = [...series.keys()];
	return series.get(Math.min(Math.max(year, Math.min(...years)), Math.max(...years)))!;
}

/** Low income in a year; before and after the series, its first and last year. */
export function nationalLowIncome(year: number): NationalYear {
	return nearest(lowIncome, year);
}

/** Registered problematic debts on 31 December of a year. */
export function nationalDebts(year: number): NationalYear {
	return { all: nearest(debts, year), groups: DEBT_GROUPS, mean: 0.061 };
}
