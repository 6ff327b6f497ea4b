import { sql } from 'kysely';
import { KINDOUDERTAB } from '../../tables/kindoudertab.ts';
import { PARENTS } from '../relations/relatives.ts';
import type { RowRule } from '../rule.ts';

/** Parents who were never registered in the BRP have no linkable key. */
export const parentKnown: RowRule = {
	id: 'parent-known',
	level: 2,
	severity: 'warn',
	title: 'the parents of a child are in GBAPERSOONTAB',
	tables: [KINDOUDERTAB],
	over: () => PARENTS,
	broken: () => sql<boolean>`mother_unknown or father_unknown`
};
