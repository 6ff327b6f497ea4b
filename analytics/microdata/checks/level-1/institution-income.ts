import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { text } from '../typed-rows.ts';

export const institutionIncome: RowRule = {
	id: 'institution-income',
	level: 1,
	severity: 'warn',
	title: 'an income of an institution (-2) comes with the tenure of an institution (8), or with none known (9)',
	tables: [INHATAB],
	over: rowsOf,
	broken: () => holds(sql`${text('INHARMLAG')} = '-2' and ${text('INHEHALGR')} not in ('8', '9')`)
};
