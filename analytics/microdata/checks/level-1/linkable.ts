import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { partBelow } from '../expressions.ts';
import { sizeOf } from '../relations/size-of.ts';
import type { RowRule } from '../rule.ts';
import { keyPairs } from '../typed-rows.ts';

const SHARE = 0.9;

/** Rows whose key is not of kind R cannot be joined with another table. */
export const linkable: RowRule = {
	id: 'linkable',
	level: 1,
	severity: 'warn',
	title: 'at least 90% of the rows can be linked to a person',
	tables: cbsTables.filter((table) => keyPairs(table).length > 0),
	over: sizeOf,
	broken: () => partBelow(sql`linkable`, sql`records`, SHARE)
};
