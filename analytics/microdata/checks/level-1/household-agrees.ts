import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { fails } from '../expressions.ts';
import { HOUSEHOLDS } from '../relations/members.ts';
import type { RowRule } from '../rule.ts';

export const householdAgrees: RowRule = {
	id: 'household-agrees',
	level: 1,
	severity: 'warn',
	title: 'all members of a household have the same type and size of household',
	tables: [GBAHUISHOUDENSBUS],
	over: () => HOUSEHOLDS,
	broken: () => fails(sql`type = other_type and size = other_size`)
};
