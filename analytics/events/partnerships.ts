import { sql } from 'kysely';
import { GBAVERBINTENISPARTNERBUS } from '../microdata/tables/gbaverbintenispartnerbus.ts';
import { dateNumber, endNumber, whole, type Rows } from './expressions.ts';
import type { Scene } from './life-event.ts';

/**
 * Marriages and registered partnerships of members, as rows about the event that one ended for a reason; it could happen to all
 * who had one at any time in the three years.
 */
export function partnershipsEndedBy({ stage, key, offset, since, year }: Scene, reason: string): Rows {
	return sql`select ${key} as unit,
			case when REDENBEEINDIGINGVERBINTENIS = ${reason} then ${dateNumber(sql`EINDEVERBINTENIS`)} end as date, true as possible
		from ${stage.rows(GBAVERBINTENISPARTNERBUS, ['AANVANGVERBINTENIS', 'EINDEVERBINTENIS', 'REDENBEEINDIGINGVERBINTENIS'], offset)} as partnership
		where ${dateNumber(sql`AANVANGVERBINTENIS`)} < ${whole((year + 1) * 10_000)} and ${endNumber(sql`EINDEVERBINTENIS`)} >= ${whole(since)}`;
}
