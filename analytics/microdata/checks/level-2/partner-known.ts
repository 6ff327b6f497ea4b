import { sql } from 'kysely';
import { GBAVERBINTENISPARTNERBUS } from '../../tables/gbaverbintenispartnerbus.ts';
import { KNOWN_PARTNERS } from '../relations/relatives.ts';
import type { RowRule } from '../rule.ts';

export const partnerKnown: RowRule = {
	id: 'partner-known',
	level: 2,
	severity: 'warn',
	title: 'the partner of a person is in GBAPERSOONTAB',
	tables: [GBAVERBINTENISPARTNERBUS],
	columns: ['RINPERSOONSVERBINTENISP', 'RINPERSOONVERBINTENISP'],
	over: () => KNOWN_PARTNERS,
	broken: () => sql<boolean>`not known`
};
