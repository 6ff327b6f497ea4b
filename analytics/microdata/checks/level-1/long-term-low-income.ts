import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

/** INHARMLAGL is about the year itself and the three before it; below 100 is low. */
export const longTermLowIncome: RowRule = {
	id: 'long-term-low-income',
	level: 1,
	severity: 'warn',
	title: 'a household with a low income for four years has one this year',
	tables: [INHATAB],
	over: rowsOf,
	broken: () => holds(sql`${number('INHARMLAGL')} between 0 and 99 and ${number('INHARMLAG')} between 100 and 10000000`)
};
