import { sql } from 'kysely';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { holds, literal } from '../expressions.ts';
import { VINTAGES } from '../relations/vintages.ts';
import type { RowRule } from '../rule.ts';

const POINTS = 0.03;

export const mergerTotals: RowRule = {
	id: 'merger-totals',
	level: 2,
	severity: 'warn',
	title:
		'of each municipality the published share of its addresses went to each municipality that took it over, within 3 points',
	tables: [VSLGWBTAB],
	over: () => VINTAGES,
	broken: () =>
		holds(sql`share is not null and total >= 100 and abs(addresses - share * total) > ${literal(POINTS)} * total`)
};
