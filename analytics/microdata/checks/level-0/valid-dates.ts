import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { OPEN_END } from '../../tables/keys.ts';
import { columnsOfType } from '../columns-of-type.ts';
import { anyFails, missing, type Condition } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import type { CbsTable } from '../../tables/table.ts';
import { day, text } from '../typed-rows.ts';

export const validDates: RowRule = {
	id: 'valid-dates',
	level: 0,
	severity: 'error',
	title: 'dates are days of the calendar from 1800 on, as YYYYMMDD; the open end of a spell is 88888888',
	tables: cbsTables.filter((table) => columnsOfType(table, 'date').length > 0),
	over: rowsOf,
	broken(data, table) {
		const dates = columnsOfType(table, 'date').filter((column) => data.has(table, column));
		return anyFails(dates.map((column) => isGood(table, column)));
	}
};

function isGood(table: CbsTable, column: string): Condition {
	const isDay = sql<boolean>`${day(column)} >= date '1800-01-01'`;
	const [start, end] = table.spell ?? [];
	if (column === start) return isDay;
	const isOpen = sql<boolean>`${text(column)} = ${OPEN_END}`;
	return column === end
		? sql<boolean>`(${isDay} or ${isOpen})`
		: sql<boolean>`(${isDay} or ${isOpen} or ${missing(table, column)})`;
}
