import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { FULL_SIZE, HOUSEHOLDS_TOTAL } from '../published.ts';
import { holds, literal } from '../expressions.ts';
import { NATION } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

export const householdsCountry: RowRule = {
	id: 'households-country',
	level: 5,
	severity: 'warn',
	title: 'private households are as many as published, within 1%, when the delivery is of the whole country',
	tables: [GBAHUISHOUDENSBUS],
	over: () => NATION,
	broken(data) {
		const published = HOUSEHOLDS_TOTAL[data.year];
		return published === undefined
			? sql<boolean>`false`
			: holds(
					sql`persons >= ${literal(FULL_SIZE)} and abs(households - ${literal(published)}) > 0.01 * ${literal(published)}`
				);
	}
};
