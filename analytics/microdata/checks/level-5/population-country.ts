import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { FULL_SIZE, POPULATION } from '../published.ts';
import { holds, literal } from '../expressions.ts';
import { NATION } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

export const populationCountry: RowRule = {
	id: 'population-country',
	level: 5,
	severity: 'warn',
	title:
		'the persons in households are as many as the published population, within 1%, when the delivery is of the whole country',
	tables: [GBAHUISHOUDENSBUS],
	over: () => NATION,
	broken(data) {
		const published = POPULATION[data.year];
		return published === undefined
			? sql<boolean>`false`
			: holds(
					sql`persons >= ${literal(FULL_SIZE)} and abs(persons - ${literal(published)}) > 0.01 * ${literal(published)}`
				);
	}
};
