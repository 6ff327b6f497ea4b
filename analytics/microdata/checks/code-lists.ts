import type { RowQuery } from '../rows.ts';
import { cbsTables } from '../tables/registry.ts';
import type { CheckRule } from './rule.ts';

export const codeLists: CheckRule = {
	id: 'code-lists',
	level: 1,
	severity: 'error',
	title: 'coded columns hold codes of their list',
	tables: cbsTables.filter((table) => Object.keys(table.codes).length > 0),
	broken(data, table) {
		const lists = Object.entries(table.codes);
		const rows = data.rows(table, Object.keys(table.codes), 'row').selectAll();
		return data.count(
			rows.where((eb) =>
				eb.or(lists.map(([column, codes]) => eb(eb.fn.coalesce(eb.ref(column), eb.val('')), 'not in', [...codes])))
			) as RowQuery
		);
	}
};
