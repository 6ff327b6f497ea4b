import { sql } from 'kysely';
import { KOPPELPERSOONHUISHOUDEN } from '../../tables/koppelpersoonhuishouden.ts';
import { holds } from '../expressions.ts';
import { LINKED_INCOMES } from '../relations/places.ts';
import type { RowRule } from '../rule.ts';

export const linkedIncomes: RowRule = {
	id: 'linked-incomes',
	level: 3,
	severity: 'warn',
	title:
		'in municipalities of 1,000 persons or more the share with an income household is within 5 points of the country',
	tables: [KOPPELPERSOONHUISHOUDEN],
	over: () => LINKED_INCOMES,
	broken: () => holds(sql`persons >= 1000 and abs(share - country_share) > 0.05`)
};
