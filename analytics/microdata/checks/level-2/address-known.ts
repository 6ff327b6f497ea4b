import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { LOCATED_MEMBERS } from '../relations/places.ts';
import type { RowRule } from '../rule.ts';

/** A household without an address counts in the unknown region. */
export const addressKnown: RowRule = {
	id: 'address-known',
	level: 2,
	severity: 'warn',
	title: 'every reference person has an address on 31 December',
	tables: [GBAHUISHOUDENSBUS],
	over: () => LOCATED_MEMBERS,
	broken: () => sql<boolean>`reference and not housed`
};
