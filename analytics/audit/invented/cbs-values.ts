import { ENDED_BY } from '../../microdata/tables/gbaverbintenispartnerbus.ts';
import { OPEN_END } from '../../microdata/tables/keys.ts';
import { DEBT_COLUMNS, SCHULDENPROBLEMATIEKTAB } from '../../microdata/tables/schuldenproblematiektab.ts';
import type { CbsTable } from '../../microdata/tables/table.ts';
import type { Values } from './columns.ts';

/** First and last days of quarters, so that spells follow each other. */
const DAYS = ['0101', '0331', '0401', '0630', '0701', '1001', '1231'];
/** Long before any fact looks. */
const LONG_AGO = ['19900115', '20000115'];
const AGES = [0, 1, 2, 17, 18, 19, 20, 23, 27, 36, 45, 62, 67, 90];

/** Days of the five years up to the end of the given one, and before them, in order. */
export function daysUntil(year: number): string[] {
	return [...LONG_AGO, ...[4, 3, 2, 1, 0].flatMap((ago) => DAYS.map((day) => `${year - ago}${day}`))];
}

/** What a column of a CBS table may hold without stopping a release: usual values, and with them odd ones. */
export function cbsValues(table: CbsTable, column: string, year: number): Values {
	const listed = usual(table, column, year);
	return { listed, all: [...listed, ...odd(table, column)] };
}

function usual(table: CbsTable, column: string, year: number): string[] {
	const codes = table.codes[column];
	if (codes !== undefined) return [...codes];
	if (isDebtFlag(table, column)) return ['0', '0', '0', '0', '1'];
	if (column === 'REDENBEEINDIGINGVERBINTENIS') return [...Object.values(ENDED_BY), ''];
	switch (table.types[column]) {
		case 'date':
			return daysUntil(year);
		case 'year':
			return AGES.map((age) => String(year - age));
		case 'month':
			return ['01', '06', '12'];
		case 'day':
			return ['01', '15', '31'];
		case 'amount':
			return ['0', '500', '9000', '17000', '24000', '60000'];
		case 'percentage':
			return ['0', '80', '99', '100', '101', '105', '119', '120', '130', '250'];
		case 'count':
			return ['1', '2', '3'];
		default:
			return ['0', '1'];
	}
}

function odd(table: CbsTable, column: string): string[] {
	// Codes and flags that are not listed stop a release.
	if (table.codes[column] !== undefined || isDebtFlag(table, column)) return [];
	switch (table.types[column]) {
		case 'date':
			return ['', OPEN_END, '18000101'];
		case 'year':
			return ['', '----', '1', '9999'];
		case 'month':
		case 'day':
			return ['', '--', '99'];
		case 'amount':
			return [...table.missing, '-1', '-1000000', '999999998', '1000000000000'];
		case 'percentage':
			return [...table.missing, '10000000'];
		case 'count':
			return [...table.missing, '0', '1000000'];
		default:
			return ['', '2', '?'];
	}
}

function isDebtFlag(table: CbsTable, column: string): boolean {
	return table === SCHULDENPROBLEMATIEKTAB && DEBT_COLUMNS.test(column);
}
