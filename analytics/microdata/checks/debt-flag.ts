import type { RowQuery } from '../rows.ts';
import { DEBT_COLUMN, SCHULDENPROBLEMATIEKTAB } from '../tables/schuldenproblematiektab.ts';
import type { CheckRule } from './rule.ts';

export const debtFlag: CheckRule = {
	id: 'debt-flag',
	level: 1,
	severity: 'error',
	title: 'the household flag of problematic debts is 0 or 1',
	tables: [SCHULDENPROBLEMATIEKTAB],
	broken(data, table) {
		const flags = data.file(table).columns.flatMap(({ name }) => (DEBT_COLUMN.test(name) ? [name] : []));
		if (flags.length === 0) return Promise.resolve(1);
		return data.count(
			data
				.rows(table, flags, 'row')
				.selectAll()
				.where((eb) =>
					eb.or(flags.map((flag) => eb(eb.fn.coalesce(eb.ref(flag), eb.val('')), 'not in', ['0', '1'])))
				) as RowQuery
		);
	}
};
