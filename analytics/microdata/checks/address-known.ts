import type { RowQuery } from '../rows.ts';
import { GBAADRESOBJECTBUS } from '../tables/gbaadresobjectbus.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { membersOn } from './members.ts';
import type { CheckData, CheckRule } from './rule.ts';

/** A household without an address counts in the unknown region. */
export const addressKnown: CheckRule = {
	id: 'address-known',
	level: 2,
	severity: 'warn',
	title: 'every reference person has an address on 31 December',
	tables: [GBAHUISHOUDENSBUS],
	with: [GBAADRESOBJECTBUS],
	broken: (data) =>
		data.count(
			data
				.from(membersOn(data), 'member')
				.leftJoin(addressesOn(data).as('address'), 'address.RINPERSOON', 'member.RINPERSOON')
				.where('member.REFPERSOONHH', '=', '1')
				.where('address.RINPERSOON', 'is', null)
				.select('member.RINPERSOON') as unknown as RowQuery
		)
};

export function addressesOn(data: CheckData): RowQuery {
	return data
		.rows(GBAADRESOBJECTBUS, GBAADRESOBJECTBUS.columns, 'bus')
		.selectAll()
		.where('RINPERSOONS', '=', 'R')
		.where('GBADATUMAANVANGADRESHOUDING', '<=', data.date)
		.where((eb) => eb(eb.fn.coalesce('GBADATUMEINDEADRESHOUDING', eb.val('88888888')), '>=', data.date)) as RowQuery;
}
