import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { holds } from '../expressions.ts';
import { AGE_GROUPS } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

export const agePyramid: RowRule = {
	id: 'age-pyramid',
	level: 4,
	severity: 'warn',
	title: 'the share of each of five age groups is within 5 points of the published one of 2020',
	tables: [GBAHUISHOUDENSBUS],
	over: () => AGE_GROUPS,
	broken: () => holds(sql`all_ages >= 1000 and abs(100 * persons / all_ages - share) > 5`)
};
