import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import type { Relation } from '../rule.ts';
import { members } from './members.ts';

/** One row: how many were in a household a year `earlier`, and how many of them are in none now, `gone`. */
export const PANEL: Relation = {
	name: 'panel',
	tables: [GBAHUISHOUDENSBUS],
	before: [GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (data) => sql`(select count(*) as earlier, count(*) filter (where now.person is null) as gone
		from ${await members(data.before!)} as earlier left join ${await members(data)} as now on now.person = earlier.person)`
};
