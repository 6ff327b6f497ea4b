import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { dayOf, holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { day } from '../typed-rows.ts';

/** Some files write the open end as a day that is far away, from 2050 on. */
export const openEnds: RowRule = {
	id: 'open-ends',
	level: 1,
	severity: 'warn',
	title: 'a spell ends in or before the year that the file reaches, or is open',
	tables: cbsTables.filter((table) => table.spell !== undefined),
	over: rowsOf,
	broken(data, table) {
		const [, end] = table.spell!;
		return holds(sql`${day(end)} > ${dayOf(`${data.file(table).year}1231`)} and ${day(end)} < date '2050-01-01'`);
	}
};
