import { sql } from 'kysely';
import { BIJSTANDUITKERINGTAB } from '../../tables/bijstanduitkeringtab.ts';
import { ASSISTANCE, FULL_SIZE } from '../published.ts';
import { holds, literal } from '../expressions.ts';
import { ASSISTED } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

export const assistanceTotal: RowRule = {
	id: 'assistance-total',
	level: 5,
	severity: 'warn',
	title:
		'persons with social assistance are as many as published, within 10%, when the delivery is of the whole country',
	tables: [BIJSTANDUITKERINGTAB],
	over: () => ASSISTED,
	broken(data) {
		const published = ASSISTANCE[data.year];
		return published === undefined
			? sql<boolean>`false`
			: holds(
					sql`country >= ${literal(FULL_SIZE)} and abs(persons - ${literal(1000 * published)}) > ${literal(100 * published)}`
				);
	}
};
