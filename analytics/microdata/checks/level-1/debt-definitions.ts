import { sql } from 'kysely';
import { debtColumn, debtColumnOf, SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { anyOf, holds, isOneOf } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

/** The definition of 12 criteria takes in the one of 10. */
export const debtDefinitions: RowRule = {
	id: 'debt-definitions',
	level: 1,
	severity: 'warn',
	title: 'problematic debts by 10 criteria are also debts by 12 criteria',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: rowsOf,
	broken(data, table) {
		const flags = data.yearColumns(table).flatMap((name) => {
			const column = debtColumnOf(name);
			if (column?.definition !== 10) return [];
			const wide = debtColumn(12, column.of, column.date);
			return data.has(table, wide) ? [[name, data.spelled(table, wide)] as const] : [];
		});
		return anyOf(
			flags.map(([ten, twelve]) =>
				holds(sql`${isOneOf(data, table, ten, ['1'])} and ${isOneOf(data, table, twelve, ['0'])}`)
			)
		);
	}
};
