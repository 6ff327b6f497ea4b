import { sql } from 'kysely';
import { STAPMON } from '../../tables/stapmon.ts';
import { partBelow } from '../expressions.ts';
import { STAPMON_MEMBERS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.98;

export const stapmonMembers: RowRule = {
	id: 'stapmon-members',
	level: 3,
	severity: 'warn',
	title: 'the Stapelingsmonitor lists at least 98% of the persons in households',
	tables: [STAPMON],
	over: () => STAPMON_MEMBERS,
	broken: () => partBelow(sql`listed`, sql`persons`, SHARE)
};
