import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

// Published figures that the synthetic Netherlands is made after and compared with: facts in tables of our own, with their
// sources in SOURCES.md. Dates are YYYY-MM-DD; the stand of 31 December is published as 1 January of the next year.

type Row = Readonly<Record<string, string>>;

function rows(file: string): Row[] {
	return parse(readFileSync(join(import.meta.dirname, `${file}.csv`), 'utf8'), { columns: true });
}

/** A number, or null for an empty cell. */
function maybe(text: string | undefined): number | null {
	return text === undefined || text === '' ? null : Number(text);
}

/** Criteria of registered problematic debts: ten until 2023, twelve from 2021 on. */
export type Criteria = 10 | 12;

/** Private households in and out of registered problematic debts on a date. */
export interface HouseholdDebts {
	readonly date: string;
	readonly criteria: Criteria;
	readonly inDebt: number;
	readonly notInDebt: number;
	/** Of households that were not in debt a year before: those that are in debt now, and those that are not. */
	readonly entered: number | null;
	readonly stayedOut: number | null;
}

export const householdDebts: readonly HouseholdDebts[] = rows('debts-households').map((row) => ({
	date: row.date!,
	criteria: Number(row.criteria) as Criteria,
	inDebt: Number(row.inDebt),
	notInDebt: Number(row.notInDebt),
	entered: maybe(row.entered),
	stayedOut: maybe(row.stayedOut)
}));

export const LIFE_EVENTS = [
	'social_assistance_start',
	'social_assistance_start_no_working_partner',
	'job_loss',
	'job_loss_no_working_partner',
	'disability',
	'income_drop',
	'separation',
	'partner_died',
	'child',
	'child_turned_18'
] as const;
export type LifeEvent = (typeof LIFE_EVENTS)[number];

/**
 * The chance to enter registered problematic debts within the year before a date, for units that were out of them a year before
 * the date, with and without the event in the three years before the date. Fractions.
 */
export interface LifeEventChance {
	readonly date: string;
	readonly event: LifeEvent;
	/** Whether the event is the unit's own (a person, or a household by the person it is counted by) or another member's. */
	readonly who: 'own' | 'other_member';
	/** Adults in 2018, households from 2020 on. */
	readonly unit: 'person' | 'household';
	readonly criteria: Criteria;
	/** Rounded to a tenth of a percent by the source. */
	readonly chanceWith: number;
	/** From the numbers that entered, so almost without rounding. */
	readonly chanceWithout: number;
	readonly ratio: number;
	/** Share of the units that had the event. */
	readonly shareWith: number;
}

const lifeEventUnits = new Map(rows('life-events-units').map((row) => [row.date!, row]));

export const lifeEventChances: readonly LifeEventChance[] = rows('life-events').map((row) => {
	const { unit, criteria, atRisk } = lifeEventUnits.get(row.date!)!;
	const chanceWith = Number(row.percentWith) / 100;
	const withEvent = Number(row.enteredWith) / chanceWith;
	const chanceWithout = Number(row.enteredWithout) / (Number(atRisk) - withEvent);
	return {
		date: row.date!,
		event: row.event as LifeEvent,
		who: row.who as 'own' | 'other_member',
		unit: unit as 'person' | 'household',
		criteria: Number(criteria) as Criteria,
		chanceWith,
		chanceWithout,
		ratio: chanceWith / chanceWithout,
		shareWith: withEvent / Number(atRisk)
	};
});

/** A group of households by type, or by a characteristic of the main earner or the home; `group` is the code of StatLine. */
export interface LowIncomeGroup {
	readonly group: string;
	readonly kind: 'total' | 'type' | 'sex' | 'age' | 'origin' | 'source' | 'tenure';
	readonly label: string;
}

export const lowIncomeGroups: readonly LowIncomeGroup[] = rows('low-income-groups') as unknown as LowIncomeGroup[];

/** Below the low-income threshold in the year; in four years in a row; up to 110 % of the social minimum in the year. */
export type IncomeLimit = 'low_income' | 'long_term_low_income' | 'minimum_110';

export interface LowIncome {
	readonly year: number;
	readonly group: string;
	readonly limit: IncomeLimit;
	/** Households, thousands. */
	readonly thousands: number | null;
	/** Fraction of the households of the group. */
	readonly share: number | null;
}

export const lowIncome: readonly LowIncome[] = rows('low-income').map((row) => {
	const percent = maybe(row.percent);
	return {
		year: Number(row.year),
		group: row.group!,
		limit: row.limit as IncomeLimit,
		thousands: maybe(row.thousands),
		share: percent === null ? null : percent / 100
	};
});

/** Inhabitants, households and persons with a benefit per municipality of 2024, at the end of 2020. */
export interface MunicipalBenefits {
	readonly code: string;
	readonly inhabitants: number;
	readonly households: number;
	readonly disability: number;
	readonly unemployment: number;
	readonly assistance: number;
	readonly oldAge: number;
	/** Fraction of households with an income up to 110 % of the social minimum. */
	readonly minimum110: number;
}

export const municipalBenefits: readonly MunicipalBenefits[] = rows('benefits-2020').map((row) => ({
	code: row.code!,
	inhabitants: Number(row.inhabitants),
	households: Number(row.households),
	disability: Number(row.disability),
	unemployment: Number(row.unemployment),
	assistance: Number(row.assistance),
	oldAge: Number(row.oldAge),
	minimum110: Number(row.minimum110) / 100
}));

/** Persons with social assistance until pension age, thousands, at the end of the quarter. */
export const assistanceByQuarter: readonly { year: number; quarter: number; thousands: number }[] = rows(
	'assistance-quarter'
).map((row) => ({ year: Number(row.year), quarter: Number(row.quarter), thousands: Number(row.thousands) }));

/** Unemployment benefits, thousands, at the end of the month, 2008 to October 2018. */
export const unemploymentByMonth: readonly { year: number; month: number; thousands: number }[] = rows(
	'benefits-month'
).map((row) => ({ year: Number(row.year), month: Number(row.month), thousands: Number(row.unemployment) }));

/** Persons of 18 and over whose health-insurance premium was six months unpaid. Of some groups the number or the share only. */
export interface Defaulters {
	readonly date: string;
	/** By place in the household (PLHH), by benefit received, or by region. */
	readonly kind: 'country' | 'province' | 'corop' | 'position' | 'benefit';
	readonly code: string;
	readonly number: number | null;
	readonly share: number | null;
}

export const healthInsuranceDefaulters: readonly Defaulters[] = rows('health-insurance-defaulters').map((row) => {
	const percent = maybe(row.percent);
	return {
		date: row.date!,
		kind: row.kind as Defaulters['kind'],
		code: row.code!,
		number: maybe(row.number),
		share: percent === null ? null : percent / 100
	};
});

/** Private households on 1 January, by type. */
export const householdsByType: readonly { year: number; type: string; households: number }[] = rows('households').map(
	(row) => ({ year: Number(row.year), type: row.type!, households: Number(row.households) })
);

/** Persons in poverty by the definition of 2024, thousands; long-term is three years in a row. */
export const poverty: readonly { year: number; thousands: number; longTermThousands: number | null }[] = rows(
	'poverty'
).map((row) => ({
	year: Number(row.year),
	thousands: Number(row.thousandsOfPersons),
	longTermThousands: maybe(row.longTermThousandsOfPersons)
}));

/** Households in debt by register that names them: a household can be in several. `share` is of the households in debt. */
export const debtsBySource: readonly { date: string; source: string; households: number; share: number }[] = rows(
	'debts-by-source'
).map((row) => ({
	date: row.date!,
	source: row.source!,
	households: Number(row.households),
	share: Number(row.percent) / 100
}));

/** Share of persons with registered problematic debts in groups, 2023; `read from a chart` is good to about a tenth of it. */
export const debtsByGroup: readonly { kind: string; group: string; share: number; quality: string }[] = rows(
	'debts-by-group-2023'
).map((row) => ({ kind: row.kind!, group: row.group!, share: Number(row.percentInDebt) / 100, quality: row.quality! }));

/** Share of households with registered problematic debts in thirteen municipalities and the country, as quoted in the press. */
export const municipalDebts: readonly { date: string; code: string; share: number }[] = rows('debts-municipal').map(
	(row) => ({ date: row.date!, code: row.code!, share: Number(row.percent) / 100 })
);

/** Of persons in households with debts: those in none a year before, and those in one three years in a row. Fractions. */
export const debtDuration: readonly { date: string; measure: string; share: number }[] = rows('debts-duration').map(
	(row) => ({ date: row.date!, measure: row.measure!, share: Number(row.percent) / 100 })
);

/** Shares of persons and of households per municipality of 2024 on 1 January 2020, and of low income in 2020. Fractions. */
export interface MunicipalShares {
	readonly code: string;
	/** Of households: one person; more persons without children; with children. */
	readonly households: Readonly<Record<'onePerson' | 'noChildren' | 'withChildren', number>>;
	/** Of persons, by age. */
	readonly ages: Readonly<Record<'0-14' | '15-24' | '25-44' | '45-64' | '65+', number>>;
	/** Of households, below the low-income threshold. */
	readonly lowIncome: number;
	/** Of dwellings. */
	readonly rented: number;
}

export const municipalShares: readonly MunicipalShares[] = rows('../data/margins-2020').map((row) => {
	const part = (column: string) => Number(row[column]) / 100;
	return {
		code: row.code!,
		households: { onePerson: part('onePerson'), noChildren: part('noChildren'), withChildren: part('withChildren') },
		ages: {
			'0-14': part('age0to15'),
			'15-24': part('age15to25'),
			'25-44': part('age25to45'),
			'45-64': part('age45to65'),
			'65+': part('age65plus')
		},
		lowIncome: part('lowIncome'),
		rented: part('rented')
	};
});
