import { sql } from 'kysely';
import { GBAVERBINTENISPARTNERBUS } from '../microdata/tables/gbaverbintenispartnerbus.ts';
import { endNumber, whole } from './expressions.ts';
import type { Scene, Telling } from './life-event.ts';
import { tableRows } from './sources.ts';

const COLUMNS = ['AANVANGVERBINTENIS', 'EINDEVERBINTENIS', 'REDENBEEINDIGINGVERBINTENIS'];

/**
 * Marriages and registered partnerships of members, of which one ended for a reason; it could happen to all who had one at any
 * time in the three years.
 */
export function partnershipsEndedBy(scene: Scene, reason: string): Telling {
	const { since, year } = scene;
	return {
		source: tableRows(scene, GBAVERBINTENISPARTNERBUS, COLUMNS),
		where: sql`AANVANGVERBINTENIS < ${whole((year + 1) * 10_000)} and ${endNumber(sql`EINDEVERBINTENIS`)} >= ${whole(since)}`,
		date: sql`case when REDENBEEINDIGINGVERBINTENIS = ${reason} then EINDEVERBINTENIS end`,
		possible: sql`true`
	};
}
