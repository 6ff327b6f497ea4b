import { sql } from 'kysely';
import { WUSUITKERING1ATAB } from '../../tables/wusuitkering1atab.ts';
import { partBelow } from '../expressions.ts';
import { UNEMPLOYMENT_SOURCES } from '../relations/categories.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.33;

/** Many earn a wage beside it. */
export const unemploymentCategory: RowRule = {
	id: 'unemployment-category',
	level: 3,
	severity: 'warn',
	title: 'an unemployment benefit is the main income (SECM 21) of at least a third of those who have it',
	tables: [WUSUITKERING1ATAB],
	over: () => UNEMPLOYMENT_SOURCES,
	broken: () => partBelow(sql`shared`, sql`persons`, SHARE)
};
