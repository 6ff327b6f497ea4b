import { sql } from 'kysely';
import { SECMBUS } from '../microdata/tables/secmbus.ts';
import { list, whole } from './expressions.ts';
import type { History } from './history.ts';
import type { Scene, Telling } from './life-event.ts';
import { spellsIn } from './sources.ts';

/** Socio-economic categories, `category`: see `SECM_CODES`. */
export const socioEconomicHistory: History = { name: 'socio_economic', table: SECMBUS, codes: { category: 'SECM' } };

export const EMPLOYEE = [11];
export const ENTREPRENEUR = [12, 13];
export const SELF_EMPLOYED = [...ENTREPRENEUR, 14];
export const STUDENT = [26, 31];
export const [UNEMPLOYED, ASSISTED, OTHER_SUPPORT, DISABLED, RETIRED, NO_INCOME] = [21, 22, 23, 24, 25, 32] as const;

export interface Change {
	/** Absent: from any category but those of `to`. */
	readonly from?: readonly number[];
	readonly to: readonly number[];
	/** Categories of those to whom it could happen; absent: the change itself tells no more than that it happened. */
	readonly among?: readonly number[];
}

/** Changes of category of members, and that an event could happen to all who were of some categories. */
export function changes(scene: Scene, { from, to, among }: Change): Telling {
	const origin =
		from === undefined ? sql`previous_category not in (${list(to)})` : sql`previous_category in (${list(from)})`;
	const changed = sql`coalesce(category in (${list(to)}) and ${origin}, false)`;
	const exposed =
		among === undefined
			? sql`false`
			: sql`coalesce(category in (${list(among)}) and until >= ${whole(scene.since)}, false)`;
	return {
		source: spellsIn(scene, socioEconomicHistory),
		date: sql`case when ${changed} then start end`,
		possible: exposed
	};
}
