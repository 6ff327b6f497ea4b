import { sql } from 'kysely';
import { GBAVERBINTENISPARTNERBUS } from '../../tables/gbaverbintenispartnerbus.ts';
import { MUTUAL_PARTNERS } from '../relations/relatives.ts';
import type { RowRule } from '../rule.ts';

export const partnerMutual: RowRule = {
	id: 'partner-mutual',
	level: 1,
	severity: 'warn',
	title: 'a partnership is registered with both partners',
	tables: [GBAVERBINTENISPARTNERBUS],
	columns: ['RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'],
	over: () => MUTUAL_PARTNERS,
	broken: () => sql<boolean>`not mutual`
};
