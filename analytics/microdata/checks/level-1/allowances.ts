import { sql } from 'kysely';
import { INPATAB } from '../../tables/inpatab.ts';
import { anyOf, fails, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const ALLOWANCES = ['INPPH868ZTS', 'INPT7340HRS', 'INPT6325KGB'];
const MOST = 25_000;

/** Zorgtoeslag, huurtoeslag and kindgebonden budget as granted for the year. */
export const allowances: RowRule = {
	id: 'allowances',
	level: 1,
	severity: 'warn',
	title: 'allowances of a person lie between 0 and 25,000 euros a year',
	tables: [INPATAB],
	over: rowsOf,
	broken(data, table) {
		const columns = ALLOWANCES.filter((column) => data.has(table, column));
		return anyOf(
			columns.map((column) => fails(sql`${missing(table, column)} or ${number(column)} between 0 and ${literal(MOST)}`))
		);
	}
};
