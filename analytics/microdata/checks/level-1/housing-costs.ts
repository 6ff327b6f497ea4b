import { sql } from 'kysely';
import { WOONLASTENTAB } from '../../tables/woonlastentab.ts';
import { fails, missing, literal } from '../expressions.ts';
import { rowsOf } from '../relations/rows-of.ts';
import type { RowRule } from '../rule.ts';
import { number } from '../typed-rows.ts';

const MOST = 200_000;

export const housingCosts: RowRule = {
	id: 'housing-costs',
	level: 1,
	severity: 'warn',
	title: 'housing costs lie between 0 and 200,000 euros a year',
	tables: [WOONLASTENTAB],
	over: rowsOf,
	broken: (_data, table) =>
		fails(sql`${missing(table, 'WOONLASTEN')} or ${number('WOONLASTEN')} between 0 and ${literal(MOST)}`)
};
