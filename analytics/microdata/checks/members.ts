import type { RowQuery } from '../rows.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import type { CheckData } from './rule.ts';

/** Linkable persons in a household on the date of the period. */
export function membersOn(data: CheckData): RowQuery {
	return data
		.rows(GBAHUISHOUDENSBUS, GBAHUISHOUDENSBUS.columns, 'bus')
		.selectAll()
		.where('RINPERSOONS', '=', 'R')
		.where('DATUMAANVANGHH', '<=', data.date)
		.where((eb) => eb(eb.fn.coalesce('DATUMEINDEHH', eb.val('88888888')), '>=', data.date)) as RowQuery;
}
