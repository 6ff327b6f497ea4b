import { sql } from 'kysely';
import type { RowQuery } from '../rows.ts';
import { GBAHUISHOUDENSBUS } from '../tables/gbahuishoudensbus.ts';
import { membersOn } from './members.ts';
import type { CheckRule } from './rule.ts';

/** The privacy unit is a household: persons in two of them would tie two units together. */
export const oneHousehold: CheckRule = {
	id: 'one-household',
	level: 1,
	severity: 'error',
	title: 'a person is in one household on 31 December',
	tables: [GBAHUISHOUDENSBUS],
	broken: (data) =>
		data.count(
			data
				.from(membersOn(data), 'member')
				.select('RINPERSOON')
				.groupBy('RINPERSOON')
				.having(sql<boolean>`count(*) > 1`) as RowQuery
		)
};
