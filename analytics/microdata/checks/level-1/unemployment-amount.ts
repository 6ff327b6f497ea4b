import { sql } from 'kysely';
import { WUSUITKERING1ATAB } from '../../tables/wusuitkering1atab.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number, text } from '../typed-rows.ts';

export const unemploymentAmount: RowRule = {
	id: 'unemployment-amount',
	level: 1,
	severity: 'warn',
	title: 'an unemployment benefit that is paid has an amount above 0',
	tables: [WUSUITKERING1ATAB],
	columns: ['WUSBedragTw1A'],
	over: rowsOf,
	broken: () => holds(sql`${text('WUSIndic1A')} = '1' and not coalesce(${number('WUSBedragTw1A')} > 0, false)`)
};
