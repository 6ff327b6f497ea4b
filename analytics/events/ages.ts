import { sql } from 'kysely';
import { whole, type Rows } from './expressions.ts';
import type { Scene } from './life-event.ts';

/**
 * That an event could happen to members of some age, in whole years on the reference date, who pass a condition; unknown where
 * the date of birth is.
 */
export function possibleAtAge(
	{ members, key, year }: Scene,
	youngest: number,
	oldest: number,
	condition: Rows = sql`true`
): Rows {
	const between = sql`birth // 10000 between ${whole(year - oldest)} and ${whole(year - youngest)}`;
	return sql`select ${key} as unit, null as date, case when birth is not null then true end as possible
		from ${members} where ${condition} and (birth is null or ${between})`;
}
