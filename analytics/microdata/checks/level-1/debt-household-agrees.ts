import { sql } from 'kysely';
import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { fails } from '../expressions.ts';
import { DEBT_HOUSEHOLDS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

export const debtHouseholdAgrees: RowRule = {
	id: 'debt-household-agrees',
	level: 1,
	severity: 'warn',
	title: 'all members of a household in the debt register have the same flag of the household',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: () => DEBT_HOUSEHOLDS,
	broken: () => fails(sql`agree`)
};
