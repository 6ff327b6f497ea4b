import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { repeatsOf } from '../relations/repeats-of.ts';
import type { RowRule } from '../rule.ts';

/** A second row under a key would multiply in every join. */
export const keyUnique: RowRule = {
	id: 'key-unique',
	level: 1,
	severity: 'error',
	title: 'no two linkable rows have the same key',
	tables: cbsTables,
	over: repeatsOf,
	broken: () => sql<boolean>`again`
};
