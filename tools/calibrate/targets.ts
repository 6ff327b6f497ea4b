import {
	assistanceByQuarter,
	householdDebts,
	lifeEventChances,
	lowIncome,
	municipalBenefits,
	municipalShares,
	unemploymentByMonth
} from '../../analytics/synthetic/published/published.ts';
import { GROUPS, SOURCES } from '../../analytics/synthetic/groups.ts';

// What the simulation is tuned to, year by year: published figures, and guesses of ours between them where said.

/** Share of debts of twelve criteria that the ten criteria see too. */
const TEN_CRITERIA = 0.972;
/** Inhabitants, thousands (CBS 37296ned, 1 January of the next year, rounded). */
const INHABITANTS: Readonly<Record<number, number>> = {
	2012: 16_780,
	2013: 16_829,
	2014: 16_901,
	2015: 16_979,
	2016: 17_082,
	2017: 17_181,
	2018: 17_282,
	2019: 17_408,
	2020: 17_475,
	2021: 17_591,
	2022: 17_811,
	2023: 17_943,
	2024: 18_045
};

export function nearest(values: ReadonlyMap<number, number>, year: number): number {
	const years = [...values.keys()];
	return values.get(Math.min(Math.max(year, Math.min(...years)), Math.max(...years)))!;
}

/** Share of private households in debt at the end of a year, twelve criteria. */
const STOCK = new Map<number, number>();
/** Of households out of debt a year before, those in debt at the end of a year; before 2018 guesses of ours. */
const INFLOW = new Map([
	[2013, 0.0135],
	[2014, 0.0135],
	[2015, 0.0125],
	[2016, 0.0105],
	[2017, 0.0135]
]);
for (const { date, criteria, inDebt, notInDebt, entered, stayedOut } of householdDebts) {
	if (!date.endsWith('-01-01')) continue;
	const year = Number(date.slice(0, 4)) - 1;
	const factor = criteria === 10 ? 1 / TEN_CRITERIA : 1;
	STOCK.set(year, (factor * inDebt) / (inDebt + notInDebt));
	if (entered !== null && stayedOut !== null) INFLOW.set(year, (factor * entered) / (entered + stayedOut));
}
/** After the last published year the stock hardly moves (a press figure says a little less). */
STOCK.set(2024, 0.0885);
INFLOW.set(2024, 0.0178);

export const stock = (year: number): number => nearest(STOCK, year);
export const inflow = (year: number): number => nearest(INFLOW, year);

/** Persons with social assistance at the end of a year, per inhabitant. */
export function assistance(year: number): number {
	const row = assistanceByQuarter.find((one) => one.year === Math.max(2013, year) && one.quarter === 4)!;
	return row.thousands / INHABITANTS[Math.max(2013, year)]!;
}

/** Unemployment benefits in December; after October 2018 figures of UWV as we remember them. */
const UNEMPLOYMENT = new Map([
	[2018, 263],
	[2019, 223],
	[2020, 286],
	[2021, 192],
	[2022, 149],
	[2023, 160],
	[2024, 175]
]);
for (const { year, month, thousands } of unemploymentByMonth) if (month === 12) UNEMPLOYMENT.set(year, thousands);
/** The municipal table of 2020 has fewer than UWV in December. */
UNEMPLOYMENT.set(2020, municipalBenefits.reduce((sum, { unemployment }) => sum + unemployment, 0) / 1000);

export function unemployment(year: number): number {
	return nearest(UNEMPLOYMENT, year) / INHABITANTS[Math.max(2012, year)]!;
}

/** Disability benefits per inhabitant: those of 2020 in all years. */
export function disability(): number {
	const sum = (key: 'disability' | 'inhabitants'): number => municipalBenefits.reduce((n, row) => n + row[key], 0);
	return sum('disability') / sum('inhabitants');
}

export const DEFAULTERS = 0.012;

/** Share below the low-income threshold by setting of `income`; of later years than published the last one. */
export function lowIncomeOf(key: string, year: number): number {
	const group = GROUPS.find(([name]) => name === key)?.[1] ?? SOURCES.find(([name]) => name === key)?.[2] ?? OWNER;
	return published(group, 'low_income', Math.min(2023, year));
}
const OWNER = '1014800';

/** Share up to 110 % of the social minimum, of single persons below or of pension age. */
export function minimumOf(key: string, year: number): number {
	return published(key === 'old' ? 'A043012' : 'A043011', 'minimum_110', year);
}

function published(group: string, limit: string, year: number): number {
	const rows = lowIncome.filter((row) => row.group === group && row.limit === limit && row.share !== null);
	return rows.reduce((best, row) => (Math.abs(row.year - year) < Math.abs(best.year - year) ? row : best)).share!;
}

export const placeShares: ReadonlyMap<string, number> = new Map(
	municipalShares.map(({ code, lowIncome: share }) => [code, share])
);

export interface EventTarget {
	readonly event: string;
	readonly who: 'own' | 'other_member';
	readonly unit: 'person' | 'household';
	readonly year: number;
	readonly ratio: number;
}

/** Ratios of chances with and without an event at the ends of years. */
export const eventTargets: readonly EventTarget[] = lifeEventChances
	.filter(({ date }) => date.endsWith('-01-01'))
	.map(({ event, who, unit, date, ratio }) => ({ event, who, unit, year: Number(date.slice(0, 4)) - 1, ratio }));
