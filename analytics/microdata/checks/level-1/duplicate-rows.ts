import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { duplicatesOf } from '../relations/repeats-of.ts';
import type { RowRule } from '../rule.ts';

/** Whole rows that come back: the mark of a file that was appended to twice. */
export const duplicateRows: RowRule = {
	id: 'duplicate-rows',
	level: 1,
	severity: 'warn',
	title: 'no row occurs twice as a whole',
	tables: cbsTables,
	over: duplicatesOf,
	broken: () => sql<boolean>`copies > 1`
};
