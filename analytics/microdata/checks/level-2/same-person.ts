import { sql } from 'kysely';
import { GBAPERSOONTAB } from '../../tables/gbapersoontab.ts';
import { holds } from '../expressions.ts';
import { SAME_PERSONS } from '../relations/persons.ts';
import type { RowRule } from '../rule.ts';

export const samePerson: RowRule = {
	id: 'same-person',
	level: 2,
	severity: 'warn',
	title: 'a person has the sex, the year and the month of birth of the year before',
	tables: [GBAPERSOONTAB],
	over: () => SAME_PERSONS,
	broken: () => holds(sql`sex <> sex_before or born <> born_before or month <> month_before`)
};
