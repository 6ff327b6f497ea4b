import { sql } from 'kysely';
import { cbsTables } from '../../tables/all-tables.ts';
import { holds, literal } from '../expressions.ts';
import { sizesOf } from '../relations/size-of.ts';
import type { RowRule } from '../rule.ts';

const SHARE = 0.25;
const ENOUGH = 100;

/** A file that is cut short, or delivered twice, differs more. */
export const revisionSize: RowRule = {
	id: 'revision-size',
	level: 2,
	severity: 'warn',
	title: 'the number of records differs no more than 25% from the year before',
	tables: cbsTables.filter((table) => table.kind !== 'reference'),
	over: sizesOf,
	broken: () => holds(sql`earlier >= ${literal(ENOUGH)} and abs(records - earlier) > ${literal(SHARE)} * earlier`)
};
