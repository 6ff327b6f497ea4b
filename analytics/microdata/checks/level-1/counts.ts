import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { columnsOfType } from '../columns-of-type.ts';
import { anyOf, fails, missing } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

/** Institutions have many members. */
export const counts: RowRule = {
	id: 'counts',
	level: 1,
	severity: 'warn',
	title: 'numbers of persons in a household lie between 0 and 9999',
	tables: cbsTables.filter((table) => columnsOfType(table, 'count').length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			columnsOfType(table, 'count')
				.filter((column) => data.has(table, column))
				.map((column) => fails(sql`${missing(table, column)} or ${number(column)} between 0 and 9999`))
		)
};
