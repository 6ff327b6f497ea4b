import { sql } from 'kysely';
import { VEHTAB } from '../../tables/vehtab.ts';
import { WOONLASTENTAB } from '../../tables/woonlastentab.ts';
import { partBelow } from '../expressions.ts';
import { listedIncomes } from '../relations/incomes.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.75;

/** Wealth is of 1 January and income of the whole year, so main earners differ here and there. */
export const earnerListed: RowRule = {
	id: 'earner-listed',
	level: 2,
	severity: 'warn',
	title: 'at least 75% of the households in this table are in INHATAB of the same year',
	tables: [VEHTAB, WOONLASTENTAB],
	over: listedIncomes,
	broken: () => partBelow(sql`listed`, sql`households`, SHARE)
};
