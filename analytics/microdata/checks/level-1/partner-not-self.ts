import { sql } from 'kysely';
import { GBAVERBINTENISPARTNERBUS } from '../../tables/gbaverbintenispartnerbus.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { person } from '../typed-rows.ts';

export const partnerNotSelf: RowRule = {
	id: 'partner-not-self',
	level: 1,
	severity: 'warn',
	title: 'nobody is married to themselves',
	tables: [GBAVERBINTENISPARTNERBUS],
	columns: ['RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'],
	over: rowsOf,
	broken: () => holds(sql`${person('RINPERSOON')} = ${person('RINPERSOONVERBINTENISP')}`)
};
