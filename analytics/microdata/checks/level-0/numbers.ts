import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { columnsOfType } from '../columns-of-type.ts';
import { anyOf, failsUnless, missing } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { isWhole, number } from '../typed-rows.ts';

export const numbers: RowRule = {
	id: 'numbers',
	level: 0,
	severity: 'error',
	title: 'amounts, percentages and counts are whole numbers',
	tables: cbsTables.filter((table) => columnsOfType(table, 'amount', 'percentage', 'count').length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			columnsOfType(table, 'amount', 'percentage', 'count')
				.filter((column) => data.has(table, column) && !isWhole(data.file(table).file, table, column))
				.map((column) => failsUnless(sql`${number(column)} = trunc(${number(column)})`, missing(table, column)))
		)
};
