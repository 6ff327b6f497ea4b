import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { partBelow } from '../expressions.ts';
import { MARRIED_PLACES } from '../relations/relatives.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.9;

/** Marriages abroad are not all registered. */
export const marriedPlaces: RowRule = {
	id: 'married-places',
	level: 3,
	severity: 'warn',
	title: 'at least 90% of the married partners in households are in a registered partnership',
	tables: [GBAHUISHOUDENSBUS],
	over: () => MARRIED_PLACES,
	broken: () => partBelow(sql`registered`, sql`married`, SHARE)
};
