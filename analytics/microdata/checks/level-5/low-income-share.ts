import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { LOW_INCOME } from '../published.ts';
import { holds, literal } from '../expressions.ts';
import { INCOMES } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

export const lowIncomeShare: RowRule = {
	id: 'low-income-share',
	level: 5,
	severity: 'warn',
	title:
		'the share of households with a low income is within 1 point of the published one, in a delivery of 100,000 households or more',
	tables: [INHATAB],
	over: () => INCOMES,
	broken(data) {
		const published = LOW_INCOME[data.year];
		return published === undefined
			? sql<boolean>`false`
			: holds(sql`households >= 100000 and abs(100 * low / households - ${literal(published)}) > 1`);
	}
};
