import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { day } from '../typed-rows.ts';

export const spellOrder: RowRule = {
	id: 'spell-order',
	level: 1,
	severity: 'error',
	title: 'a spell does not end before it starts',
	tables: cbsTables.filter((table) => table.spell !== undefined),
	over: rowsOf,
	broken(_data, table) {
		const [start, end] = table.spell!;
		return holds(sql`${day(start)} > ${day(end)}`);
	}
};
