import { sql } from 'kysely';
import { KINDOUDERTAB } from '../../tables/kindoudertab.ts';
import { holds } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { person } from '../typed-rows.ts';

export const parentNotSelf: RowRule = {
	id: 'parent-not-self',
	level: 1,
	severity: 'warn',
	title: 'nobody is their own parent, and nobody has the same parent twice',
	tables: [KINDOUDERTAB],
	over: rowsOf,
	broken: () =>
		holds(sql`coalesce(${person('RINPERSOON')} in (${person('RINPERSOONMa')}, ${person('RINPERSOONpa')}), false)
			or ${person('RINPERSOONMa')} = ${person('RINPERSOONpa')}`)
};
