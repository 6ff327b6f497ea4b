import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { repeatsOf } from '../relations/repeats-of.ts';
import type { RowRule } from '../rule.ts';

/** Double registrations occur in the BRP; a public rule decides which one counts. On 31 December see `one-household`. */
export const spellOverlap: RowRule = {
	id: 'spell-overlap',
	level: 1,
	severity: 'warn',
	title: 'spells of one person in one register do not overlap',
	tables: cbsTables.filter((table) => table.spell !== undefined),
	over: repeatsOf,
	broken: () => sql<boolean>`crosses`
};
