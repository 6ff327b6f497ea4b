import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB } from '../../tables/bijstanduitkeringtab.ts';
import { WUSUITKERING1ATAB } from '../../tables/wusuitkering1atab.ts';
import { AOTOTUITKERINGATAB } from '../../tables/aototuitkeringatab.ts';
import { ZVWWANBETALERSTAB } from '../../tables/zvwwanbetalerstab.ts';
import { WSNPTAB } from '../../tables/wsnptab.ts';
import { GBAOVERLIJDENTAB } from '../../tables/gbaoverlijdentab.ts';
import { knownIn } from '../relations/registers.ts';
import type { RowRule } from '../rule.ts';

export const registerKnown: RowRule = {
	id: 'register-known',
	level: 2,
	severity: 'warn',
	title: 'persons in registers of benefits, debts and deaths are in GBAPERSOONTAB',
	tables: [BIJSTANDUITKERINGTAB, WUSUITKERING1ATAB, AOTOTUITKERINGATAB, ZVWWANBETALERSTAB, WSNPTAB, GBAOVERLIJDENTAB],
	over: knownIn,
	broken: () => sql<boolean>`not known`
};
