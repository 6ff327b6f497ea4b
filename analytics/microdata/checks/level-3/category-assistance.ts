import { sql } from 'kysely';
import { SECMBUS } from '../../tables/secmbus.ts';
import { partBelow } from '../expressions.ts';
import { ASSISTANCE_SOURCES } from '../relations/categories.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.5;

export const categoryAssistance: RowRule = {
	id: 'category-assistance',
	level: 3,
	severity: 'warn',
	title: 'at least half of those whose main income is social assistance (SECM 22) are in its register',
	tables: [SECMBUS],
	over: () => ASSISTANCE_SOURCES,
	broken: () => partBelow(sql`shared`, sql`category`, SHARE)
};
