import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { cbsTables } from '../tables/registry.ts';
import type { CheckRule } from './rule.ts';

/** Whole rows that come back: the mark of a file that was appended to twice. */
export const duplicateRows: CheckRule = {
	id: 'duplicate-rows',
	level: 1,
	severity: 'warn',
	title: 'no row occurs twice as a whole',
	tables: cbsTables,
	broken: (data, table) =>
		data.count(
			data
				.rows(table, table.columns, 'row')
				.select([...table.columns])
				.groupBy([...table.columns])
				.having(sql<boolean>`count(*) > 1`) as RowQuery
		)
};
