import { sql } from 'kysely';
import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { partBelow } from '../expressions.ts';
import { DEBT_MEMBERS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.9;

/** The reference date lies one day after 31 December. */
export const debtHouseholds: RowRule = {
	id: 'debt-households',
	level: 3,
	severity: 'warn',
	title: 'at least 90% of the persons in the debt register are there in the household of the household register',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: () => DEBT_MEMBERS,
	broken: () => partBelow(sql`together`, sql`listed`, SHARE)
};
