import { sql } from 'kysely';
import { GBAVERBINTENISPARTNERBUS } from '../../tables/gbaverbintenispartnerbus.ts';
import { holds, missing } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { day } from '../typed-rows.ts';

export const partnershipEnd: RowRule = {
	id: 'partnership-end',
	level: 1,
	severity: 'warn',
	title: 'a partnership has a reason for its end when it has ended, and none while it lasts',
	tables: [GBAVERBINTENISPARTNERBUS],
	over: rowsOf,
	broken: (_data, table) =>
		sql<boolean>`${missing(table, 'REDENBEEINDIGINGVERBINTENIS')} = ${holds(sql`${day('EINDEVERBINTENIS')} < date '2050-01-01'`)}`
};
