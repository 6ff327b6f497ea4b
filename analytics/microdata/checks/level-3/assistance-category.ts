import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB } from '../../tables/bijstanduitkeringtab.ts';
import { partBelow } from '../expressions.ts';
import { ASSISTANCE_SOURCES } from '../relations/categories.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.5;

/** Others earn a wage beside it. */
export const assistanceCategory: RowRule = {
	id: 'assistance-category',
	level: 3,
	severity: 'warn',
	title: 'social assistance is the main income (SECM 22) of at least half of those who have it',
	tables: [BIJSTANDUITKERINGTAB],
	over: () => ASSISTANCE_SOURCES,
	broken: () => partBelow(sql`shared`, sql`persons`, SHARE)
};
