import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { KNOWN_MEMBERS } from '../relations/persons.ts';
import type { RowRule } from '../rule.ts';

export const personKnown: RowRule = {
	id: 'person-known',
	level: 2,
	severity: 'error',
	title: 'every member of a household is in GBAPERSOONTAB',
	tables: [GBAHUISHOUDENSBUS],
	over: () => KNOWN_MEMBERS,
	broken: () => sql<boolean>`not known`
};
