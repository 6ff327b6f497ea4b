import { sql } from 'kysely';
import { WSNPTAB } from '../../tables/wsnptab.ts';
import { dayOf, holds, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { day } from '../typed-rows.ts';

const DAYS = 6 * 366;

/** The term was three years, 18 months since July 2023, and could be prolonged to five; one year more for the closing. */
export const wsnpLength: RowRule = {
	id: 'wsnp-length',
	level: 1,
	severity: 'warn',
	title: 'a debt restructuring (Wsnp) lasts no longer than six years',
	tables: [WSNPTAB],
	over: rowsOf,
	broken(data) {
		const end = sql`least(coalesce(${day('EINDEWSNP')}, ${dayOf(`${data.year}1231`)}), ${dayOf(`${data.year}1231`)})`;
		return holds(sql`date_diff('day', ${day('AANVANGWSNP')}, ${end}) > ${literal(DAYS)}`);
	}
};
