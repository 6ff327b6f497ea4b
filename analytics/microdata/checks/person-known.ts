import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { GBAPERSOONTAB } from '../tables/gbapersoontab.ts';
import type { RowQuery } from '../rows.ts';
import { membersOn } from './members.ts';
import type { CheckRule } from './rule.ts';

export const personKnown: CheckRule = {
	id: 'person-known',
	level: 2,
	severity: 'error',
	title: 'every member of a household is in GBAPERSOONTAB',
	tables: [GBAHUISHOUDENSBUS],
	with: [GBAPERSOONTAB],
	broken: (data) =>
		data.count(
			data
				.from(membersOn(data), 'member')
				.leftJoin(data.rows(GBAPERSOONTAB, GBAPERSOONTAB.key, 'row').selectAll().as('known'), (join) =>
					join.onRef('known.RINPERSOONS', '=', 'member.RINPERSOONS').onRef('known.RINPERSOON', '=', 'member.RINPERSOON')
				)
				.where('known.RINPERSOON', 'is', null)
				.select('member.RINPERSOON') as unknown as RowQuery
		)
};
