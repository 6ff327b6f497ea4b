import { sql } from 'kysely';
import { SCHULDENPROBLEMATIEKTAB } from '../../tables/schuldenproblematiektab.ts';
import { DEBTS } from '../published.ts';
import { holds, literal } from '../expressions.ts';
import { DEBT_MEMBERS } from '../relations/debts.ts';
import type { RowRule } from '../rule.ts';

export const debtShare: RowRule = {
	id: 'debt-share',
	level: 5,
	severity: 'warn',
	title:
		'the share of households with problematic debts is within 1 point of the published one, in a delivery of 100,000 households or more',
	tables: [SCHULDENPROBLEMATIEKTAB],
	over: () => DEBT_MEMBERS,
	broken(data) {
		const published = DEBTS[data.year];
		return published === undefined
			? sql<boolean>`false`
			: holds(sql`heads >= 100000 and abs(100 * indebted / heads - ${literal(published)}) > 1`);
	}
};
