import { sql } from 'kysely';
import { GBAPERSOONTAB } from '../../tables/gbapersoontab.ts';
import { anyOf, fails, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const MOST = { GBAGEBOORTEMAAND: 12, GBAGEBOORTEDAG: 31 };

export const birthMonthDay: RowRule = {
	id: 'birth-month-day',
	level: 1,
	severity: 'warn',
	title: 'a month of birth is 01 to 12 and a day 01 to 31; -- when unknown',
	tables: [GBAPERSOONTAB],
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			Object.entries(MOST)
				.filter(([column]) => data.has(table, column))
				.map(([column, most]) =>
					fails(sql`${missing(table, column)} or ${number(column)} between 1 and ${literal(most)}`)
				)
		)
};
