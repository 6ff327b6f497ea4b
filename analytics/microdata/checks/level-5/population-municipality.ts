import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { classifications } from '../classifications.ts';
import { holds, literal } from '../expressions.ts';
import { FULL_SIZE } from '../published.ts';
import { MUNICIPALITIES } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

/** The figures are of 1 January 2024, on the municipalities of that year. */
const PERIOD = 2023;

export const populationMunicipality: RowRule = {
	id: 'population-municipality',
	level: 5,
	severity: 'warn',
	title:
		'in 2023 each municipality has the published number of inhabitants, within 2%, when the delivery is of the whole country',
	tables: [GBAHUISHOUDENSBUS],
	over: () => MUNICIPALITIES,
	broken(data) {
		const fits = classifications(data.file(VSLGWBTAB).file).some(({ year }) => year === PERIOD + 1);
		if (data.year !== PERIOD || !fits) return sql<boolean>`false`;
		return holds(sql`country >= ${literal(FULL_SIZE)} and abs(persons - published) > 0.02 * published`);
	}
};
