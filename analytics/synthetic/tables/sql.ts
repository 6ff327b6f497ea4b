import { CODE, digits, word, type Form } from './forms.ts';

/** A column of a file: the whole number that a row of staging gives, and what becomes of it. */
export type Column = readonly [name: string, value: string, form: Form];

/** Columns, and where in staging their numbers come from: what follows `from`. */
export interface Numbers {
	readonly columns: readonly Column[];
	readonly from: string;
}

/** A CBS table: its name, that of its file without extension, and the query that writes it from the staging tables. */
export interface CbsFile {
	readonly table: string;
	readonly name: string;
	readonly query: string;
	/** The same by its numbers, for the quick way; absent where the query says more. */
	readonly numbers?: Numbers;
	/** Column names in lower case, as some deliveries have them. */
	readonly lowerCase?: true;
}

export function cbsFile(table: string, name: string, columns: readonly Column[], from: string): CbsFile {
	return { table, name, query: `select ${selected(columns)} from ${from}`, numbers: { columns, from } };
}

export function selected(columns: readonly Column[]): string {
	return columns.map(([name, value, { sql }]) => `${sql(value)} as ${name}`).join(', ');
}

/** Spells of a file reach back to what was so when the three years up to its end began. */
const HISTORY = 3;

/** Keys are made unlike the order of invention by a step modulo a prime: one to one, and with leading zeros. */
export const personNumber = (column: string): string => `1 + (cast(${column} as bigint) * 387420489 + 71) % 999999937`;
const householdNumber = (column: string): string => `1 + (cast(${column} as bigint) * 2654435 + 11) % 99999999977`;

const PERSON = digits(9);
const LONG = digits(12);

/** Key columns of a person, under other names where the table has them. */
export function person(value = 'person', kind = 'RINPERSOONS', name = 'RINPERSOON'): Column[] {
	return [
		[kind, '0', word('R')],
		[name, personNumber(value), PERSON]
	];
}
export const earner = (): Column[] => person('earner', 'RINPERSOONSHKW', 'RINPERSOONHKW');
export const household = (name: string, value: string): Column => [name, householdNumber(value), LONG];
export const object = (): Column[] => [
	['SOORTOBJECTNUMMER', '0', word('B')],
	['RINOBJECTNUMMER', 'address', LONG]
];
export const since = (name: string): Column => [name, 'since', CODE];

/** Spells of a cumulative file: CBS keeps all, these are those of the last years. */
export const recent = (year: number): string =>
	`since <= ${year}1231 and until >= ${year - HISTORY}1231 and since <= until`;
export const touching = (year: number): string => `since <= ${year}1231 and until >= ${year}0101 and since <= until`;
/** What lasts ends with the year, or is left open. */
export const until = (name: string, year: number): Column => [name, `least(until, ${year}1231)`, CODE];
export const openUntil = (name: string, year: number): Column => [
	name,
	`case when until > ${year}1231 then 88888888 else until end`,
	CODE
];
