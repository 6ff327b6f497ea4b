import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { holds } from '../expressions.ts';
import { INCOME_HOUSEHOLDS } from '../relations/incomes.ts';
import type { RowRule } from '../rule.ts';

export const incomeHouseholdLinked: RowRule = {
	id: 'income-household-linked',
	level: 2,
	severity: 'warn',
	title:
		'a household in INHATAB has persons in KOPPELPERSOONHUISHOUDEN, as many as INHAHL says, and the main earner is one of them',
	tables: [INHATAB],
	over: () => INCOME_HOUSEHOLDS,
	broken: () => holds(sql`listed and (persons is null or self <> 1 or size <> persons)`)
};
