import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { columnsOfType } from '../columns-of-type.ts';
import { anyOf, fails, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

/** Euros: beyond this an amount is more likely in cents, or a missing value of another file. */
const MOST = 5_000_000_000;

export const amountRange: RowRule = {
	id: 'amount-range',
	level: 1,
	severity: 'warn',
	title: 'amounts lie between minus and plus 5 billion euros',
	tables: cbsTables.filter((table) => columnsOfType(table, 'amount').length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			columnsOfType(table, 'amount')
				.filter((column) => data.has(table, column))
				.map((column) =>
					fails(sql`${missing(table, column)} or ${number(column)} between ${literal(-MOST)} and ${literal(MOST)}`)
				)
		)
};
