import { cbsTables } from '../../tables/all-tables.ts';
import { anyFails, isOneOf } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';

export const codeLists: RowRule = {
	id: 'code-lists',
	level: 1,
	severity: 'error',
	title: 'coded columns hold codes of their list',
	tables: cbsTables.filter((table) => Object.keys(table.codes).length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyFails(
			Object.entries(table.codes)
				.filter(([column]) => data.has(table, column))
				.map(([column, codes]) => isOneOf(data, table, column, codes))
		)
};
