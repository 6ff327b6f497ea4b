import { sql } from 'kysely';
import { GBAPERSOONTAB } from '../../tables/gbapersoontab.ts';
import { fails, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number, text } from '../typed-rows.ts';

const YEAR = 'GBAGEBOORTEJAAR';

export const birthYear: RowRule = {
	id: 'birth-year',
	level: 1,
	severity: 'warn',
	title: 'a year of birth has four digits, lies after 1850 and not after the year of the file; ---- when unknown',
	tables: [GBAPERSOONTAB],
	over: rowsOf,
	broken: (data, table) =>
		fails(sql`${missing(table, YEAR)}
			or (length(${text(YEAR)}) = 4 and ${number(YEAR)} between 1850 and ${literal(data.file(table).year)})`)
};
