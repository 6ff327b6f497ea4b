import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { holds } from '../expressions.ts';
import { KNOWN_MEMBERS } from '../relations/persons.ts';
import type { RowRule } from '../rule.ts';

export const ageRange: RowRule = {
	id: 'age-range',
	level: 2,
	severity: 'warn',
	title: 'members of households are 0 to 120 years old',
	tables: [GBAHUISHOUDENSBUS],
	over: () => KNOWN_MEMBERS,
	broken: () => holds(sql`age not between 0 and 120`)
};
