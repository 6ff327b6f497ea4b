import { sql, type RawBuilder } from 'kysely';
import { GBAADRESOBJECTBUS } from '../../tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../../tables/gbahuishoudensbus.ts';
import { KOPPELPERSOONHUISHOUDEN } from '../../tables/koppelpersoonhuishouden.ts';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import type { CheckData } from '../check-data.ts';
import { addressNumber, currentClassification } from '../classifications.ts';
import { runsOn } from '../expressions.ts';
import type { Relation } from '../rule.ts';
import { owner, text } from '../typed-rows.ts';
import { earners } from './incomes.ts';
import { members } from './members.ts';

/**
 * Members of households and where they live: `person`, `reference` as in `members`, whether the person is `housed` at an
 * address and that is `placed` in VSLGWBTAB, and its `gemeente` in the current classification. Once for each address.
 */
function located(data: CheckData): Promise<RawBuilder<unknown>> {
	return data.made('located', async () => {
		const { gem } = currentClassification(data);
		return sql`select member.person, member.reference, address.number is not null as housed,
				place.number is not null as placed, place.gemeente
			from ${await members(data)} as member
			left join (select ${owner(GBAADRESOBJECTBUS)} as person, ${addressNumber()} as number
				from ${data.rows(GBAADRESOBJECTBUS)} as row
				where ${owner(GBAADRESOBJECTBUS)} is not null and ${runsOn(GBAADRESOBJECTBUS.spell!, data.date)}) as address
				on address.person = member.person
			left join (select ${addressNumber()} as number, ${text(gem)} as gemeente from ${data.rows(VSLGWBTAB)} as row) as place
				on place.number = address.number`;
	});
}

export const LOCATED_MEMBERS: Relation = {
	name: 'located members',
	tables: [GBAHUISHOUDENSBUS, GBAADRESOBJECTBUS, VSLGWBTAB],
	of: 'period',
	rows: located
};

/** Each municipality: its `persons`, those of the whole `country`, and of both the share that has an income household. */
export const LINKED_INCOMES: Relation = {
	name: 'linked incomes',
	tables: [...LOCATED_MEMBERS.tables, KOPPELPERSOONHUISHOUDEN],
	of: 'period',
	rows: async (data) => sql`(select persons, linked / persons as share,
			(sum(linked) over ()) / (sum(persons) over ()) as country_share
		from (select gemeente, count(*) as persons, count(link.person) as linked
			from ${await located(data)} as member left join ${earners(data)} as link on link.person = member.person
			where gemeente is not null group by gemeente) as gemeenten)`
};

/** Each municipality by `code` and the number of `persons` who live in it. */
export async function inhabitants(data: CheckData): Promise<RawBuilder<unknown>> {
	return sql`(select 'GM' || gemeente as code, count(distinct person) as persons from ${await located(data)} as member
		where gemeente is not null group by gemeente)`;
}
