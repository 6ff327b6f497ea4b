import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { SECOND_MEMBERSHIPS } from '../relations/members.ts';
import type { RowRule } from '../rule.ts';

/** The privacy unit is a household: persons in two of them would tie two units together. */
export const oneHousehold: RowRule = {
	id: 'one-household',
	level: 1,
	severity: 'error',
	title: 'a person is in one household on 31 December',
	tables: [GBAHUISHOUDENSBUS],
	over: () => SECOND_MEMBERSHIPS,
	broken: () => sql<boolean>`true`
};
