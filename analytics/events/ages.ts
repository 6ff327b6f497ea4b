import { sql } from 'kysely';
import { whole, type Rows } from './expressions.ts';
import type { Scene, Telling } from './life-event.ts';
import { members } from './sources.ts';

/**
 * That an event could happen to members of some age, in whole years on the reference date, who pass a condition; unknown where
 * the date of birth is.
 */
export function possibleAtAge(scene: Scene, youngest: number, oldest: number, condition: Rows = sql`true`): Telling {
	const { year } = scene;
	const between = sql`birth // 10000 between ${whole(year - oldest)} and ${whole(year - youngest)}`;
	return {
		source: members(scene),
		where: sql`${condition} and (birth is null or ${between})`,
		possible: sql`case when birth is not null then true end`
	};
}
