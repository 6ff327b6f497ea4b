import { sql } from 'kysely';
import { written } from '../../../engine/written.ts';
import { cbsTables } from '../../tables/all-tables.ts';
import { columnsOfType } from '../columns-of-type.ts';
import { anyOf, failsUnless, held, isMissingNumber } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

/** Of a threshold of some thousands of euros: an income of a billion. */
const MOST = 10_000_000;

export const percentages: RowRule = {
	id: 'percentages',
	level: 1,
	severity: 'error',
	title: 'a percentage is 0 or more, or a code for why there is none: -1, -2, -3 or 9999999999',
	tables: cbsTables.filter((table) => columnsOfType(table, 'percentage').length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			columnsOfType(table, 'percentage')
				.filter((column) => data.has(table, column))
				.map((column) => {
					const value = held(data, table, column);
					return failsUnless(sql`${value} between 0 and ${written(MOST)}`, isMissingNumber(data, table, column));
				})
		)
};
