import { sql, type Expression } from 'kysely';
import { named } from '../engine/named.ts';
import { choice } from '../population/choice.ts';
import type { Stage, Told, Unit } from '../population/fact.ts';
import { from } from '../population/one-row.ts';
import { householdRows } from '../population/sources.ts';
import type { RowQuery } from '../microdata/rows.ts';
import type { CbsTable } from '../microdata/tables/table.ts';

// How facts answer: `unit` and `value`, from the rows of a table that are about members.

/** A column of the row by its name. */
export type Column = (name: string) => Expression<string | null>;
/** 'yes', 'no' or another code as text, a number, or null. */
export type Answer = Expression<string | number | null>;

/** A column by its name. */
export const column: Column = (name) => named(name);

/** The answer of each household from its row in a table of income households. */
export function householdAnswer(
	stage: Stage,
	table: CbsTable,
	columns: readonly string[],
	offset: number,
	answer: Answer
): Told {
	return { parts: [{ source: householdRows(stage, table, offset), columns, value: answer }] };
}

/** 'yes' for units with a member of whom a row passes; other units are not named. */
export function yesWhereAny(
	stage: Stage,
	unit: Unit,
	rows: RowQuery,
	passes: (column: Column) => Expression<boolean>
): RowQuery {
	return from(stage.engine, rows, 'row')
		.where((eb) => passes((name) => eb.ref(`row.${name}`) as Expression<string | null>))
		.groupBy(`row.${unit}`)
		.select([`row.${unit} as unit`])
		.select(sql<string>`'yes'`.as('value')) as RowQuery;
}

/** Ten nines, or eleven in the wealth statistics, stand for a missing amount; no household has as much. */
const MISSING = 9_999_999_999;

/** An amount in euros, or null; of a number, or of a text that may be one. */
export function euros(held: Expression<unknown>): Expression<number | null> {
	const value = sql`try_cast(${held} as double)`;
	return sql<number | null>`case when ${value} >= ${-Number.MAX_VALUE} and ${value} < ${MISSING} then ${value} end`;
}

/** A percentage of a threshold, or null: negative codes are for institutions, students and incomes that are not known. */
export function percentage(held: Expression<unknown>): Expression<number | null> {
	const value = sql`try_cast(${held} as double)`;
	return sql<number | null>`case when ${value} >= 0 and ${value} < ${MISSING} then ${value} end`;
}

/** 'yes' below the limit, 'no' from it up. */
export function below(value: Expression<number | null>, limit: number): Answer {
	return choice([
		[sql`${value} < ${limit}`, 'yes'],
		[sql`${value} >= ${limit}`, 'no']
	]);
}
