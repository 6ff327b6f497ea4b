import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { membersOn } from './members.ts';
import type { CheckRule } from './rule.ts';

/** Members without a linkable key are missing from the count, so this warns only. */
export const householdSize: CheckRule = {
	id: 'household-size',
	level: 1,
	severity: 'warn',
	title: 'a household has as many members on 31 December as AANTALPERSHH says',
	tables: [GBAHUISHOUDENSBUS],
	broken: (data) =>
		data.count(
			data
				.from(membersOn(data), 'member')
				.select(['HUISHOUDNR', 'DATUMAANVANGHH'])
				.groupBy(['HUISHOUDNR', 'DATUMAANVANGHH'])
				.having(sql<boolean>`coalesce(max(try_cast("AANTALPERSHH" as double)), -1) <> count(*)`) as RowQuery
		)
};
