import { sql } from 'kysely';
import { WSNPTAB } from '../../tables/wsnptab.ts';
import { ZVWWANBETALERSTAB } from '../../tables/zvwwanbetalerstab.ts';
import { partBelow } from '../expressions.ts';
import { debtsOf } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.9;

/** Both are criteria of problematic debts; the registers are of other offices than the debt file. */
export const registerDebts: RowRule = {
	id: 'register-debts',
	level: 4,
	severity: 'warn',
	title: 'at least 90% of the persons in Wsnp and of the defaulters have problematic debts',
	tables: [WSNPTAB, ZVWWANBETALERSTAB],
	over: debtsOf,
	broken: () => partBelow(sql`indebted`, sql`persons`, SHARE)
};
