import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { fails } from '../expressions.ts';
import { HOUSEHOLDS } from '../relations/members.ts';
import type { RowRule } from '../rule.ts';

/** Members without a linkable key are missing from the count. */
export const householdSize: RowRule = {
	id: 'household-size',
	level: 1,
	severity: 'warn',
	title: 'a household has as many members on 31 December as AANTALPERSHH says',
	tables: [GBAHUISHOUDENSBUS],
	over: () => HOUSEHOLDS,
	broken: () => fails(sql`size = persons`)
};
