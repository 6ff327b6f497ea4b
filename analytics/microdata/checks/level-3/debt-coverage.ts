import { sql } from 'kysely';
import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { partBelow } from '../expressions.ts';
import { DEBT_MEMBERS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.95;

export const debtCoverage: RowRule = {
	id: 'debt-coverage',
	level: 3,
	severity: 'warn',
	title: 'the debt register lists at least 95% of the persons in households',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: () => DEBT_MEMBERS,
	broken: () => partBelow(sql`listed`, sql`persons`, SHARE)
};
