import { sql } from 'kysely';
import { VEHTAB } from '../../tables/vehtab.ts';
import { anyOf, holds, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const EUROS = 10;

/** Each amount is rounded on its own. */
export const wealthBalance: RowRule = {
	id: 'wealth-balance',
	level: 1,
	severity: 'warn',
	title: 'wealth is possessions less debts, give or take 10 euros',
	tables: [VEHTAB],
	columns: ['VEHW1100BEZH', 'VEHW1200STOH'],
	over: rowsOf,
	broken: (_data, table) =>
		holds(sql`not ${anyOf(['VEHW1000VERH', 'VEHW1100BEZH', 'VEHW1200STOH'].map((column) => missing(table, column)))}
			and abs(${number('VEHW1100BEZH')} - ${number('VEHW1200STOH')} - ${number('VEHW1000VERH')}) > ${literal(EUROS)}`)
};
