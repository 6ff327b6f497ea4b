import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { DEAD_MEMBERS } from '../relations/persons.ts';
import type { RowRule } from '../rule.ts';

export const deadMembers: RowRule = {
	id: 'dead-members',
	level: 2,
	severity: 'warn',
	title: 'who died before 31 December is in no household on that day',
	tables: [GBAHUISHOUDENSBUS],
	over: () => DEAD_MEMBERS,
	broken: () => sql<boolean>`true`
};
