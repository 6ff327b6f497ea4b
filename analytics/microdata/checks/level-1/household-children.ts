import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { fails } from '../expressions.ts';
import { HOUSEHOLDS } from '../relations/members.ts';
import type { RowRule } from '../rule.ts';

/** Members without a linkable key are missing from the count. */
export const householdChildren: RowRule = {
	id: 'household-children',
	level: 1,
	severity: 'warn',
	title: 'a household has as many children at home on 31 December as AANTALKINDHH says',
	tables: [GBAHUISHOUDENSBUS],
	columns: ['AANTALKINDHH'],
	over: () => HOUSEHOLDS,
	broken: () => fails(sql`children = kids`)
};
