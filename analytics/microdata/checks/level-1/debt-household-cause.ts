import { sql } from 'kysely';
import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { holds } from '../expressions.ts';
import { DEBT_HOUSEHOLDS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

/** At least one person in the household meets at least one criterion. */
export const debtHouseholdCause: RowRule = {
	id: 'debt-household-cause',
	level: 1,
	severity: 'warn',
	title: 'a household with problematic debts has a member with problematic debts',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: () => DEBT_HOUSEHOLDS,
	broken: () => holds(sql`flag = '1' and own = '0'`)
};
