import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { anyOf, fails, missing } from '../expressions.ts';
import { isAmong } from '../../rows.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { keyPairs, text } from '../typed-rows.ts';

/** Of parents and partners the kind may be missing: then they are unknown. */
export const kinds: RowRule = {
	id: 'kinds',
	level: 0,
	severity: 'error',
	title: 'the kind of a person key is one letter: R (linkable), S or F',
	tables: cbsTables.filter((table) => keyPairs(table).length > 0),
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			keyPairs(table).flatMap(([kind], i) => {
				if (!data.has(table, kind)) return [];
				const letter = isAmong(text(kind), ['R', 'S', 'F']);
				return [fails(i === 0 ? letter : sql<boolean>`(${letter} or ${missing(table, kind)} or ${text(kind)} = '-')`)];
			})
		)
};
