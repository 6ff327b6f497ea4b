import { endOf } from '../months.ts';
import { CODE, digits, word, type Form } from './forms.ts';
import { column, computed, constant, type Condition, type Value } from './values.ts';

/** A column of a file: the whole number that a row of staging gives, and what becomes of it. */
export type Column = readonly [name: string, value: Value, form: Form];

/** Rows of a staging table, as columns of a file. */
export interface Source {
	readonly columns: readonly Column[];
	readonly table: string;
	/** Absent: all rows. */
	readonly where?: Condition;
}

/** A CBS table: its name, that of its file without extension, and the query that writes it from the staging tables. */
export interface CbsFile {
	readonly table: string;
	readonly name: string;
	readonly query: string;
	/** The same by its numbers, one source after the other, for the quick way; absent where the query says more. */
	readonly sources?: readonly Source[];
	/** Column names in lower case, as some deliveries have them. */
	readonly lowerCase?: true;
}

export function cbsFile(table: string, name: string, ...sources: readonly Source[]): CbsFile {
	return { table, name, query: sources.map(queryOf).join(' union all '), sources };
}

function queryOf({ columns, table, where }: Source): string {
	return `select ${selected(columns)} from ${table}${where === undefined ? '' : ` where ${where.sql}`}`;
}

export function selected(columns: readonly Column[]): string {
	return columns.map(([name, { sql }, form]) => `${form.sql(sql)} as ${name}`).join(', ');
}

/** Spells of a file reach back to what was so when the three years up to its end began. */
const HISTORY = 3;

/** Keys are made unlike the order of invention by a step modulo a prime: one to one, and with leading zeros. */
const PERSONS = { prime: 999_999_937, step: 387_420_489, start: 71 };
const HOUSEHOLDS = { prime: 99_999_999_977, step: 2_654_435, start: 11 };

const keySql = (column: string, { prime, step, start }: typeof PERSONS): string =>
	`1 + (cast(${column} as bigint) * ${step} + ${start}) % ${prime}`;

/** In two halves, because a product may have more digits than a number holds exactly. */
function key(number: number, { prime, step, start }: typeof PERSONS): number {
	const high = number >> 14;
	const low = number & 0x3fff;
	return 1 + remainder(remainder(high * step, prime) * 0x4000 + low * step + start, prime);
}

/** Of whole numbers from 0 below 2^53: sooner than by `%`, which divides bit by bit. */
function remainder(number: number, by: number): number {
	const rest = number - Math.floor(number / by) * by;
	return rest < 0 ? rest + by : rest >= by ? rest - by : rest;
}

export const personKey = (name: string): Value =>
	computed(keySql(name, PERSONS), [name], (number) => key(number, PERSONS));
/** The same, and 0 for nobody, who is below 0. */
export const personKeyOrNone = (name: string): Value =>
	computed(`case when ${name} < 0 then 0 else ${keySql(name, PERSONS)} end`, [name], (number) =>
		number < 0 ? 0 : key(number, PERSONS)
	);
const householdKey = (name: string): Value =>
	computed(keySql(name, HOUSEHOLDS), [name], (number) => key(number, HOUSEHOLDS));

const PERSON = digits(9);
const LONG = digits(12);

/** Key columns of a person, under other names where the table has them. */
export function person(value = 'person', kind = 'RINPERSOONS', name = 'RINPERSOON'): Column[] {
	return [
		[kind, constant(0), word('R')],
		[name, personKey(value), PERSON]
	];
}
export const earner = (): Column[] => person('earner', 'RINPERSOONSHKW', 'RINPERSOONHKW');
export const household = (name: string, value: string): Column => [name, householdKey(value), LONG];
export const object = (): Column[] => [
	['SOORTOBJECTNUMMER', constant(0), word('B')],
	['RINOBJECTNUMMER', column('address'), LONG]
];
export const since = (name: string): Column => [name, column('since'), CODE];

/** Spells of a cumulative file: CBS keeps all, these are those of the last years. */
export const recent = (year: number): Condition => spells(endOf(year - HISTORY), endOf(year));
export const touching = (year: number): Condition => spells(year * 10_000 + 101, endOf(year));

/** Spells with a day from `first` to `last`. */
function spells(first: number, last: number): Condition {
	return {
		sql: `since <= ${last} and until >= ${first} and since <= until`,
		columns: ['since', 'until'],
		holds: (begin, end) => begin <= last && end >= first && begin <= end
	};
}
/** What lasts ends with the year, or is left open. */
export function until(name: string, year: number): Column {
	const end = endOf(year);
	return [name, computed(`least(until, ${end})`, ['until'], (day) => Math.min(day, end)), CODE];
}
export function openUntil(name: string, year: number): Column {
	const end = endOf(year);
	const sql = `case when until > ${end} then 88888888 else until end`;
	return [name, computed(sql, ['until'], (day) => (day > end ? 88888888 : day)), CODE];
}
