import { sql } from 'kysely';
import { cbsTables } from '../../tables/registry.ts';
import { sizeOf } from '../relations/size-of.ts';
import type { RowRule } from '../rule.ts';

export const notEmpty: RowRule = {
	id: 'not-empty',
	level: 0,
	severity: 'error',
	title: 'the file has records',
	tables: cbsTables,
	over: sizeOf,
	broken: () => sql<boolean>`records = 0`
};
