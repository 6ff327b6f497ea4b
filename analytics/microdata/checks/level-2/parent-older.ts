import { sql } from 'kysely';
import { KINDOUDERTAB } from '../../tables/kindoudertab.ts';
import { holds } from '../expressions.ts';
import { PARENTS } from '../relations/relatives.ts';
import type { RowRule } from '../rule.ts';

export const parentOlder: RowRule = {
	id: 'parent-older',
	level: 2,
	severity: 'warn',
	title: 'a parent is at least 12 years older than the child',
	tables: [KINDOUDERTAB],
	over: () => PARENTS,
	broken: () => holds(sql`least(mother_older, father_older) < 12`)
};
