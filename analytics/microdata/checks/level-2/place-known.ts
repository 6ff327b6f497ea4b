import { sql } from 'kysely';
import { GBAADRESOBJECTBUS } from '../../tables/gbaadresobjectbus.ts';
import { LOCATED_MEMBERS } from '../relations/places.ts';
import type { RowRule } from '../rule.ts';

/** CBS keeps addresses without a place in a file of their own, so this warns only. */
export const placeKnown: RowRule = {
	id: 'place-known',
	level: 2,
	severity: 'warn',
	title: 'every address in use on 31 December is in VSLGWBTAB',
	tables: [GBAADRESOBJECTBUS],
	over: () => LOCATED_MEMBERS,
	broken: () => sql<boolean>`housed and not placed`
};
