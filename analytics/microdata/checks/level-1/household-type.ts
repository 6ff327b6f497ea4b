import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { fails } from '../expressions.ts';
import { HOUSEHOLDS } from '../relations/members.ts';
import type { RowRule } from '../rule.ts';

export const householdType: RowRule = {
	id: 'household-type',
	level: 1,
	severity: 'warn',
	title:
		'the type of a household fits the places of its members: two partners of a couple, one single parent, one who lives alone',
	tables: [GBAHUISHOUDENSBUS],
	over: () => HOUSEHOLDS,
	broken: () =>
		fails(sql`case type when 1 then singles = 1 when 2 then unmarried = 2 when 3 then married = 2
			when 4 then unmarried_parents = 2 and kids > 0 when 5 then married_parents = 2 and kids > 0
			when 6 then single_parents = 1 and kids > 0 when 7 then other_heads = 1 when 8 then residents = persons end`)
};
