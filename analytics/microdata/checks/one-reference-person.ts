import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { membersOn } from './members.ts';
import type { CheckRule } from './rule.ts';

/** Institutions (TYPHH 8) have residents and no reference person. */
export const oneReferencePerson: CheckRule = {
	id: 'one-reference-person',
	level: 1,
	severity: 'error',
	title: 'a private household has one reference person on 31 December',
	tables: [GBAHUISHOUDENSBUS],
	broken: (data) =>
		data.count(
			data
				.from(membersOn(data), 'member')
				.where('TYPHH', '<>', '8')
				.select(['HUISHOUDNR', 'DATUMAANVANGHH'])
				.groupBy(['HUISHOUDNR', 'DATUMAANVANGHH'])
				.having(sql<boolean>`sum(case when "REFPERSOONHH" = '1' then 1 else 0 end) <> 1`) as RowQuery
		)
};
