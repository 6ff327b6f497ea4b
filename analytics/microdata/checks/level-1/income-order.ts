import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { holds, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const EUROS = 10;

/** Taxes and premiums are what lies between the two; each is rounded on its own. */
export const incomeOrder: RowRule = {
	id: 'income-order',
	level: 1,
	severity: 'warn',
	title: 'gross income is not below disposable income',
	tables: [INHATAB],
	columns: ['INHBRUTINKH'],
	over: rowsOf,
	broken: (_data, table) =>
		holds(sql`not ${missing(table, 'INHBRUTINKH')} and not ${missing(table, 'INHBESTINKH')}
			and ${number('INHBRUTINKH')} < ${number('INHBESTINKH')} - ${literal(EUROS)}`)
};
