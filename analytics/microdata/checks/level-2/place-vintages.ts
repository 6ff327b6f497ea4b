import { sql } from 'kysely';
import { VSLGWBTAB } from '../../tables/vslgwbtab.ts';
import { partAbove } from '../expressions.ts';
import { VINTAGES } from '../relations/vintages.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.02;

export const placeVintages: RowRule = {
	id: 'place-vintages',
	level: 2,
	severity: 'warn',
	title:
		'addresses go from one municipality to another between classification years only where municipalities merged, but for 2% by changes of borders',
	tables: [VSLGWBTAB],
	over: () => VINTAGES,
	broken: () => partAbove(sql`(addresses * (share is null)::integer)`, sql`total`, SHARE)
};
