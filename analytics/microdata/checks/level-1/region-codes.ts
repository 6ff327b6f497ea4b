import { sql } from 'kysely';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { classifications } from '../classifications.ts';
import { anyOf, fails } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { text } from '../typed-rows.ts';

/** Four characters of the municipality, two of the wijk, two of the buurt; dashes stand for what is unknown. */
export const regionCodes: RowRule = {
	id: 'region-codes',
	level: 1,
	severity: 'warn',
	title: 'in each classification year the buurt lies in its wijk and the wijk in its municipality',
	tables: [VSLGWBTAB],
	over: rowsOf,
	broken: (data, table) =>
		anyOf(
			classifications(data.file(table).file).map(({ gem, wc, bc }) =>
				fails(sql`coalesce(left(${text(wc)}, 4) = ${text(gem)} and left(${text(bc)}, 6) = ${text(wc)}
					and length(${text(bc)}) = 8, ${text(gem)} is null and ${text(wc)} is null and ${text(bc)} is null)`)
			)
		)
};
