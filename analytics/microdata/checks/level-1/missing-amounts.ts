import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { anyOf, holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';
import { columnsOfType } from '../columns-of-type.ts';

/** Nines that a table does not use for missing amounts would be read as a fortune. */
const NINES = ['999999999', '9999999999', '99999999999', '999999999999'];

export const missingAmounts: RowRule = {
	id: 'missing-amounts',
	level: 1,
	severity: 'error',
	title:
		'a missing amount has the number of nines of its table: ten in INHATAB, nine or ten in INPATAB, ten or eleven in VEHTAB',
	tables: cbsTables.filter((table) => columnsOfType(table, 'amount').length > 0),
	over: rowsOf,
	broken(data, table) {
		const foreign = NINES.filter((nines) => !table.missing.includes(nines)).map((nines) => sql.val(Number(nines)));
		const amounts = columnsOfType(table, 'amount').filter((column) => data.has(table, column));
		return anyOf(amounts.map((column) => holds(sql`${number(column)} in (${sql.join(foreign)})`)));
	}
};
