import { sql } from 'kysely';
import { cbsTables } from '../../tables/registry.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { CountRule } from '../rule.ts';

export const notEmpty: CountRule = {
	id: 'not-empty',
	level: 0,
	severity: 'error',
	title: 'the file has records',
	tables: cbsTables,
	over: rowsOf,
	count: () => sql<number>`case when count(*) = 0 then 1 else 0 end`
};
