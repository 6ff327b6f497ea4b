import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../microdata/tables/gbahuishoudensbus.ts';
import { whole, type Rows } from './expressions.ts';
import type { History } from './history.ts';
import type { Scene, Telling } from './life-event.ts';
import { spellsIn } from './sources.ts';

/** Types of household (TYPHH) and places in it (PLHH), see `HOUSEHOLD_TYPES` and `HOUSEHOLD_PLACES`. */
export const householdHistory: History = {
	name: 'household',
	table: GBAHUISHOUDENSBUS,
	codes: { type: 'TYPHH', place: 'PLHH' }
};

/** Starts of spells of members that pass, and that an event could happen to all with another condition. */
export function householdChanges(scene: Scene, changed: Rows, exposed: Rows): Telling {
	const [happened, possible] = [
		sql`coalesce(${changed}, false)`,
		sql`coalesce(${exposed} and until >= ${whole(scene.since)}, false)`
	];
	return {
		source: spellsIn(scene, householdHistory),
		date: sql`case when ${happened} then start end`,
		possible
	};
}
