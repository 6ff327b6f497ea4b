import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { holds } from '../expressions.ts';
import { SEXES } from '../relations/nation.ts';
import type { RowRule } from '../rule.ts';

/** Published: 50.3% in 2020 (CBS, kerncijfers wijken en buurten). */
export const sexRatio: RowRule = {
	id: 'sex-ratio',
	level: 4,
	severity: 'warn',
	title: 'of the persons in households 48% to 53% are women',
	tables: [GBAHUISHOUDENSBUS],
	over: () => SEXES,
	broken: () => holds(sql`persons >= 1000 and 100 * women / persons not between 48 and 53`)
};
