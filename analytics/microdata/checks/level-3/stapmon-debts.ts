import { sql } from 'kysely';
import { STAPMON } from '../../tables/stapmon.ts';
import { partBelow } from '../expressions.ts';
import { STAPMON_DEBTS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.99;

export const stapmonDebts: RowRule = {
	id: 'stapmon-debts',
	level: 3,
	severity: 'warn',
	title: 'the Stapelingsmonitor and the debt register tell the same debts of at least 99% of the persons',
	tables: [STAPMON],
	over: () => STAPMON_DEBTS,
	broken: () => partBelow(sql`agreeing`, sql`persons`, SHARE)
};
