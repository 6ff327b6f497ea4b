import { sql } from 'kysely';
import { INHATAB } from '../../tables/inhatab.ts';
import { holds, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const EUROS = 10;

/** The equivalence factor of a household is at least 1. */
export const standardisedIncome: RowRule = {
	id: 'standardised-income',
	level: 1,
	severity: 'warn',
	title: 'standardised income is not above disposable income',
	tables: [INHATAB],
	over: rowsOf,
	broken: (_data, table) =>
		holds(sql`not ${missing(table, 'INHGESTINKH')} and not ${missing(table, 'INHBESTINKH')}
			and ${number('INHBESTINKH')} >= 0 and ${number('INHGESTINKH')} > ${number('INHBESTINKH')} + ${literal(EUROS)}`)
};
