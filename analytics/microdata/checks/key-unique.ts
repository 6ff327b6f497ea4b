import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { cbsTables } from '../tables/registry.ts';
import type { CheckRule } from './rule.ts';

/** A second row under a key would multiply in every join. */
export const keyUnique: CheckRule = {
	id: 'key-unique',
	level: 1,
	severity: 'error',
	title: 'no two rows have the same key',
	tables: cbsTables,
	broken: (data, table) =>
		data.count(
			data
				.rows(table, table.key, 'row')
				.select([...table.key])
				.groupBy([...table.key])
				.having(sql<boolean>`count(*) > 1`) as RowQuery
		)
};
