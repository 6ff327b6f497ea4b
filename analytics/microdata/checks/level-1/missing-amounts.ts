import { sql } from 'kysely';
import { written } from '../../../engine/written.ts';
import { cbsTables } from '../../tables/all-tables.ts';
import { anyOf, held, holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import { isAmong } from '../../rows.ts';
import type { RowRule } from '../rule.ts';
import { columnsOfType } from '../columns-of-type.ts';

/** Nines that a table does not use for missing amounts would be read as a fortune. */
const NINES = [999_999_999, 9_999_999_999, 99_999_999_999, 999_999_999_999] as const;

export const missingAmounts: RowRule = {
	id: 'missing-amounts',
	level: 1,
	severity: 'error',
	title:
		'a missing amount has the number of nines of its table: ten in INHATAB, nine or ten in INPATAB, ten or eleven in VEHTAB',
	tables: cbsTables.filter((table) => columnsOfType(table, 'amount').length > 0),
	over: rowsOf,
	broken(data, table) {
		const foreign = NINES.map(String)
			.filter((nines) => !table.missing.includes(nines))
			.map(Number);
		const amounts = columnsOfType(table, 'amount').filter((column) => data.has(table, column));
		if (amounts.length === 0) return anyOf([]);
		const values = amounts.map((column) => held(data, table, column));
		const found = anyOf(values.map((value) => holds(isAmong(value, foreign))));
		// So large an amount is rare, and only then each is compared.
		return holds(sql`case when greatest(${sql.join(values)}) >= ${written(NINES[0])} then ${found} end`);
	}
};
