import { sql } from 'kysely';
import { VEHTAB } from '../../tables/vehtab.ts';
import { anyOf, holds, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const EUROS = 10;
const PARTS = {
	VEHW1100BEZH: ['VEHW1110FINH', 'VEHW1120ONRH', 'VEHW1130ONDH', 'VEHW1140ABEH', 'VEHW1150OVEH'],
	VEHW1200STOH: ['VEHW1210SHYH', 'VEHW1220SSTH', 'VEHW1230SOVH']
};

export const wealthParts: RowRule = {
	id: 'wealth-parts',
	level: 1,
	severity: 'warn',
	title: 'possessions are the sum of their five parts and debts of their three, give or take 10 euros',
	tables: [VEHTAB],
	columns: Object.entries(PARTS).flat(2),
	over: rowsOf,
	broken: (_data, table) =>
		anyOf(
			Object.entries(PARTS).map(([sum, parts]) =>
				holds(sql`not ${anyOf([sum, ...parts].map((column) => missing(table, column)))}
					and abs(${sql.join(parts.map(number), sql` + `)} - ${number(sum)}) > ${literal(EUROS)}`)
			)
		)
};
