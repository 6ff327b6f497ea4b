import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { anyOf, failsUnless, holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { keyPairs, person, text } from '../typed-rows.ts';

/** A key that lost its leading zeros links to nobody, or to somebody else. Rows of nobody have keys 0 and 1: `stray-keys`. */
export const keyFormat: RowRule = {
	id: 'key-format',
	level: 1,
	severity: 'error',
	title: 'a linkable person key is a text of nine digits',
	tables: cbsTables.filter((table) => keyPairs(table).length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			keyPairs(table)
				.filter(([kind, key]) => data.has(table, kind) && data.has(table, key))
				.map(([kind, key]) =>
					failsUnless(
						sql`${person(key)} is not null`,
						holds(sql`coalesce(${text(kind)} <> 'R', true) or ${text(key)} in ('0', '1')`)
					)
				)
		)
};
