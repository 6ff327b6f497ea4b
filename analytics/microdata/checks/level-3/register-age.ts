import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB } from '../../tables/bijstanduitkeringtab.ts';
import { WUSUITKERING1ATAB } from '../../tables/wusuitkering1atab.ts';
import { AOTOTUITKERINGATAB } from '../../tables/aototuitkeringatab.ts';
import { ZVWWANBETALERSTAB } from '../../tables/zvwwanbetalerstab.ts';
import { WSNPTAB } from '../../tables/wsnptab.ts';
import { holds } from '../expressions.ts';
import { knownIn } from '../relations/registers.ts';
import type { RowRule } from '../rule.ts';

/** In the year in which a person turns 18, both may be so. */
export const registerAge: RowRule = {
	id: 'register-age',
	level: 3,
	severity: 'warn',
	title:
		'unemployment and disability benefits are of persons of 15 to 70; social assistance, defaults and Wsnp of persons of 18 or more',
	tables: [BIJSTANDUITKERINGTAB, WUSUITKERING1ATAB, AOTOTUITKERINGATAB, ZVWWANBETALERSTAB, WSNPTAB],
	over: knownIn,
	broken: (_data, table) =>
		holds(table === WUSUITKERING1ATAB || table === AOTOTUITKERINGATAB ? sql`age not between 15 and 70` : sql`age < 18`)
};
