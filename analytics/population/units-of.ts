import { sql } from 'kysely';
import type { RowQuery } from '../microdata/rows.ts';
import type { Stage, Unit } from './fact.ts';
import { fromRelation } from './one-row.ts';

/** The households or persons on the date, in column `unit`. */
export function unitsOf({ engine, members }: Pick<Stage, 'engine' | 'members'>, unit: Unit): RowQuery {
	const rows = fromRelation(engine, `${members} as member`);
	const counted = unit === 'household' ? rows.where(sql<boolean>`member.reference`) : rows;
	return counted.select(`member.${unit} as unit`) as RowQuery;
}
