import type { RowQuery } from '../rows.ts';
import { GBAADRESOBJECTBUS } from '../tables/gbaadresobjectbus.ts';
import { VSLGWBTAB } from '../tables/vslgwbtab.ts';
import { addressesOn } from './address-known.ts';
import type { CheckRule } from './rule.ts';

/** CBS keeps addresses without a place in a file of their own, so this warns only. */
export const placeKnown: CheckRule = {
	id: 'place-known',
	level: 2,
	severity: 'warn',
	title: 'every address in use on 31 December is in VSLGWBTAB',
	tables: [GBAADRESOBJECTBUS],
	with: [VSLGWBTAB],
	broken: (data) =>
		data.count(
			data
				.from(addressesOn(data), 'address')
				.leftJoin(data.rows(VSLGWBTAB, VSLGWBTAB.key, 'row').selectAll().as('place'), (join) =>
					join
						.onRef('place.SOORTOBJECTNUMMER', '=', 'address.SOORTOBJECTNUMMER')
						.onRef('place.RINOBJECTNUMMER', '=', 'address.RINOBJECTNUMMER')
				)
				.where('place.RINOBJECTNUMMER', 'is', null)
				.select('address.RINOBJECTNUMMER') as unknown as RowQuery
		)
};
