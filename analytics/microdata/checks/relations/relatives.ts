import { sql } from 'kysely';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../../tables/gbapersoontab.ts';
import { GBAVERBINTENISPARTNERBUS } from '../../tables/gbaverbintenispartnerbus.ts';
import { KINDOUDERTAB } from '../../tables/kindoudertab.ts';
import type { CheckData } from '../check-data.ts';
import { runsOn } from '../expressions.ts';
import type { Relation } from '../rule.ts';
import { owner, person } from '../typed-rows.ts';
import { members } from './members.ts';
import { persons } from './persons.ts';

function couples(data: CheckData) {
	return sql`(select ${owner(GBAVERBINTENISPARTNERBUS)} as person, ${person('RINPERSOONVERBINTENISP')} as partner
		from ${data.rows(GBAVERBINTENISPARTNERBUS)} as row
		where ${runsOn(GBAVERBINTENISPARTNERBUS.spell!, data.date)} and ${owner(GBAVERBINTENISPARTNERBUS)} is not null
			and ${person('RINPERSOONVERBINTENISP')} is not null)`;
}

/** Partnerships on 31 December of linkable partners: is the partner `known`. */
export const KNOWN_PARTNERS: Relation = {
	name: 'known partners',
	tables: [GBAVERBINTENISPARTNERBUS, GBAPERSOONTAB],
	of: 'period',
	rows: async (data) => sql`(select known.person is not null as known from ${couples(data)} as couple
		left join ${await persons(data)} as known on known.person = couple.partner)`
};

/** Partnerships on 31 December of linkable partners: are they registered with the partner too, `mutual`. */
export const MUTUAL_PARTNERS: Relation = {
	name: 'mutual partners',
	tables: [GBAVERBINTENISPARTNERBUS],
	of: 'period',
	rows: async (data) => sql`(select other.person is not null as mutual from ${couples(data)} as couple
		left join ${couples(data)} as other on other.person = couple.partner and other.partner = couple.person)`
};

/** One row: how many members have the place of a `married` partner, and how many of those are in a `registered` partnership. */
export const MARRIED_PLACES: Relation = {
	name: 'married places',
	tables: [GBAHUISHOUDENSBUS, GBAVERBINTENISPARTNERBUS],
	of: 'period',
	rows: async (data) => sql`(select count(*) as married, count(couple.person) as registered
		from ${await members(data)} as member left join (select ${owner(GBAVERBINTENISPARTNERBUS)} as person
			from ${data.rows(GBAVERBINTENISPARTNERBUS)} as row
			where ${runsOn(GBAVERBINTENISPARTNERBUS.spell!, data.date)} group by 1) as couple on couple.person = member.person
		where member.place in (4, 6))`
};

/** Children with linkable parents: is the `mother` and the `father` in GBAPERSOONTAB, and how many years they are older. */
export const PARENTS: Relation = {
	name: 'parents',
	tables: [KINDOUDERTAB, GBAPERSOONTAB],
	of: 'period',
	rows: async (data) => sql`(select mother is not null and ma.person is null as mother_unknown,
			father is not null and pa.person is null as father_unknown,
			child.born - ma.born as mother_older, child.born - pa.born as father_older
		from (select ${owner(KINDOUDERTAB)} as person, ${person('RINPERSOONMa')} as mother, ${person('RINPERSOONpa')} as father
			from ${data.rows(KINDOUDERTAB)} as row) as link
		left join ${await persons(data)} as child on child.person = link.person
		left join ${await persons(data)} as ma on ma.person = link.mother
		left join ${await persons(data)} as pa on pa.person = link.father)`
};
