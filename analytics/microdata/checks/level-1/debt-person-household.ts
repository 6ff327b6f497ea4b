import { sql } from 'kysely';
import { debtColumn, debtColumnOf, SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { anyOf, holds, isOneOf } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

export const debtPersonHousehold: RowRule = {
	id: 'debt-person-household',
	level: 1,
	severity: 'warn',
	title: 'a person with problematic debts lives in a household with problematic debts',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: rowsOf,
	broken(data, table) {
		const flags = data.yearColumns(table).flatMap((name) => {
			const column = debtColumnOf(name);
			if (column?.of !== 'person') return [];
			const household = debtColumn(column.definition, 'household', column.date);
			return data.has(table, household) ? [[name, data.spelled(table, household)] as const] : [];
		});
		return anyOf(
			flags.map(([own, household]) =>
				holds(sql`${isOneOf(data, table, own, ['1'])} and ${isOneOf(data, table, household, ['0'])}`)
			)
		);
	}
};
