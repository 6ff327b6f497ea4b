import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../microdata/tables/gbahuishoudensbus.ts';
import { whole, type Rows } from './expressions.ts';
import type { History } from './history.ts';
import type { Scene } from './life-event.ts';

/** Types of household (TYPHH) and places in it (PLHH), see `HOUSEHOLD_TYPES` and `HOUSEHOLD_PLACES`. */
export const householdHistory: History = {
	name: 'household',
	table: GBAHUISHOUDENSBUS,
	codes: { type: 'TYPHH', place: 'PLHH' }
};

/** Starts of spells of members that pass, as rows about an event, and that it could happen to all with another condition. */
export function householdChanges({ key, since, spells }: Scene, changed: Rows, exposed: Rows): Rows {
	const [happened, possible] = [
		sql`coalesce(${changed}, false)`,
		sql`coalesce(${exposed} and until >= ${whole(since)}, false)`
	];
	return sql`select ${key} as unit, case when ${happened} then start end as date, ${possible} as possible
		from ${spells(householdHistory)} as spell where ${happened} or ${possible}`;
}
