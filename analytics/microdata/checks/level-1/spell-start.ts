import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { dayOf, holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { day } from '../typed-rows.ts';

export const spellStart: RowRule = {
	id: 'spell-start',
	level: 1,
	severity: 'warn',
	title: 'no spell starts after the end of the year that the file reaches',
	tables: cbsTables.filter((table) => table.spell !== undefined),
	over: rowsOf,
	broken: (data, table) => holds(sql`${day(table.spell![0])} > ${dayOf(`${data.file(table).year}1231`)}`)
};
