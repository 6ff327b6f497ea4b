import { sql } from 'kysely';
import { FIRST_VINTAGE, LAST_VINTAGE } from '../../../regions/changes.ts';
import { gemeentenIn } from '../../../regions/nederland.ts';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { classifications } from '../classifications.ts';
import { anyOf, fails } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { text } from '../typed-rows.ts';

export const municipalityCodes: RowRule = {
	id: 'municipality-codes',
	level: 2,
	severity: 'warn',
	title: 'a municipality is one of the public list of its classification year, from 2018 to 2026; ---- when unknown',
	tables: [VSLGWBTAB],
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			classifications(data.file(table).file)
				.filter(({ year }) => year >= FIRST_VINTAGE && year <= LAST_VINTAGE)
				.map(({ year, gem }) => {
					const codes = gemeentenIn(year).map(({ code }) => code.slice(2));
					return fails(sql`coalesce(${text(gem)} in ('----', ${sql.join(codes)}), true)`);
				})
		)
};
