import { sql, type RawBuilder } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { OPEN_END } from '../../tables/keys.ts';
import type { CheckData } from '../check-data.ts';
import type { Relation } from '../rule.ts';
import { number, owner, text } from '../typed-rows.ts';

/**
 * Linkable persons in households on 31 December: `person`, the `household` as `householdOf` tells it, its `type` (TYPHH) and
 * `size`, the person's `place` (PLHH) and whether it is the `reference` person, and `children` as the file counts them.
 */
export function members(data: CheckData): Promise<RawBuilder<unknown>> {
	return data.made('members', async () => {
		const children = data.has(GBAHUISHOUDENSBUS, 'AANTALKINDHH') ? number('AANTALKINDHH') : sql`null`;
		return sql`select ${owner(GBAHUISHOUDENSBUS)} as person, ${householdOf()} as household,
				try_cast("TYPHH" as tinyint) as type, try_cast("PLHH" as tinyint) as place, coalesce("REFPERSOONHH" = '1', false) as reference,
				try_cast(${number('AANTALPERSHH')} as integer) as size, try_cast(${children} as integer) as children
			from ${data.rows(GBAHUISHOUDENSBUS)} as row
			where ${owner(GBAHUISHOUDENSBUS)} is not null and "HUISHOUDNR" is not null
				and ${text('DATUMAANVANGHH')} <= ${data.date}
				and coalesce(${text('DATUMEINDEHH')}, ${OPEN_END}) >= ${data.date}`;
	});
}

/** One number for a household: its number and first day. That two households share one by chance will not happen. */
export function householdOf(): RawBuilder<bigint> {
	return sql`hash("HUISHOUDNR", "DATUMAANVANGHH")`;
}

/** Each household on 31 December, counted from its members. */
export const HOUSEHOLDS: Relation = {
	name: 'households',
	tables: [GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (
		data
	) => sql`(select min(type) as type, max(type) as other_type, min(size) as size, max(size) as other_size,
			max(children) as children, count(*) as persons, count(*) filter (where reference) as heads,
			count(*) filter (where place = 1) as kids, count(*) filter (where place = 2) as singles,
			count(*) filter (where place = 3) as unmarried, count(*) filter (where place = 4) as married,
			count(*) filter (where place = 5) as unmarried_parents, count(*) filter (where place = 6) as married_parents,
			count(*) filter (where place = 7) as single_parents, count(*) filter (where place = 8) as other_heads,
			count(*) filter (where place = 10) as residents
		from ${await members(data)} as member group by household)`
};

/** Each membership beyond a person's first, on 31 December. */
export const SECOND_MEMBERSHIPS: Relation = {
	name: 'second memberships',
	tables: [GBAHUISHOUDENSBUS],
	of: 'period',
	rows: async (data) => sql`(select turn from (select row_number() over (partition by person) as turn
		from ${await members(data)} as member) as turned where turn > 1)`
};
