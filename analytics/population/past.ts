import { sql } from 'kysely';
import type { RowQuery } from '../microdata/rows.ts';
import type { Fact, Past, Stage, Unit, Was } from './fact.ts';
import { from } from './one-row.ts';
import { unitsOf } from './units-of.ts';

/** Whether the tables that a fact cannot do without are there for the year. */
export function canTell(stage: Stage, fact: Fact, offset: number): boolean {
	const needs = fact.needs.filter(({ optional }) => optional !== true);
	return needs.every(({ table, years }) => years.every((year) => stage.has(table, year + offset)));
}

/** Of a year without tables. */
export function unknown() {
	return sql<boolean>`cast(null as boolean)`;
}

/** What follows from the past of another fact, for every unit; years without tables are unknown. */
export function pastRows(stage: Stage, unit: Unit, { of, years, answer }: Past, offset: number): RowQuery {
	let rows = from(stage.engine, unitsOf(stage, unit), 'own');
	const { ref } = stage.engine.db.dynamic;
	const was: Was[] = [];
	for (let back = 0; back < years; back++) {
		if (!canTell(stage, of, offset - back)) {
			was.push(unknown);
			continue;
		}
		const name = `y${back}`;
		rows = rows.leftJoin(
			of.find(stage, unit, offset - back).as(name),
			`${name}.unit`,
			'own.unit'
		) as unknown as RowQuery;
		const value = sql`case when ${ref(`${name}.unit`)} is null then cast(${of.otherwise} as varchar)
			else ${ref(`${name}.value`)} end`;
		was.push((text) => sql`${value} = ${text}`);
	}
	return rows.select('own.unit').select(sql<string | null>`${answer(was)}`.as('value')) as unknown as RowQuery;
}
