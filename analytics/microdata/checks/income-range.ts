import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { INHATAB } from '../tables/inhatab.ts';
import type { CheckRule } from './rule.ts';

export const incomeRange: CheckRule = {
	id: 'income-range',
	level: 1,
	severity: 'error',
	title: 'INHARMLAG is -3, -2, -1, a percentage from 0, or 9999999999',
	tables: [INHATAB],
	broken(data) {
		const value = sql<number>`try_cast("INHARMLAG" as double)`;
		const good = sql<boolean>`${value} in (-3, -2, -1) or ${value} between 0 and 9999999999`;
		return data.count(
			data
				.rows(INHATAB, ['INHARMLAG'], 'row')
				.selectAll()
				.where(sql<boolean>`not coalesce(${good}, false)`) as RowQuery
		);
	}
};
