import { sql, type RawBuilder } from 'kysely';
import { written } from '../../engine/written.ts';
import { isAmong } from '../rows.ts';
import { named } from '../../engine/named.ts';
import type { CbsTable } from '../tables/table.ts';
import type { CheckData } from './check-data.ts';
import { day, isNumber, isWhole, number, text, whole } from './typed-rows.ts';

// Pieces of which rules are made. Each answers true or false and never null.

export type Condition = RawBuilder<boolean>;

export function anyOf(conditions: readonly Condition[]): Condition {
	return conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;
}

/** What is not known counts as not so. */
export function holds(condition: RawBuilder<boolean>): Condition {
	return sql<boolean>`coalesce(${condition}, false)`;
}

/** What is not known counts as not so, and breaks the rule. */
export function fails(condition: RawBuilder<boolean>): Condition {
	return sql<boolean>`not coalesce(${condition}, false)`;
}

/** Empty, or a mark for a missing value in this table. */
export function missing(table: CbsTable, column: string): Condition {
	if (isNumber(table, column)) return sql<boolean>`${named(`${column} missing`)}`;
	const marks = table.missing.filter((mark) => mark !== '');
	const empty = sql<boolean>`${text(column)} is null`;
	return marks.length === 0 ? empty : sql<boolean>`(${empty} or ${isAmong(text(column), marks)})`;
}

/**
 * What is good or else excused; anything else breaks the rule. Excuses are rare, and only looked at where they are needed.
 */
export function failsUnless(good: RawBuilder<boolean>, excused: Condition): Condition {
	return sql<boolean>`not case when ${good} then true else ${excused} end`;
}

/** As `fails`, of any of them: asked of all together at half of the cost. */
export function anyFails(conditions: readonly RawBuilder<boolean>[]): Condition {
	return conditions.length === 0 ? sql<boolean>`false` : fails(sql`${sql.join(conditions, sql` and `)}`);
}

/** A column of numbers as the file holds it: whole numbers where it can. */
export function held(data: CheckData, table: CbsTable, column: string): RawBuilder<number | null> {
	return isWhole(data.file(table).file, table, column) ? whole(column) : number(column);
}

/** As `missing`, of a number; not looked at where nobody asks. */
export function isMissingNumber(data: CheckData, table: CbsTable, column: string): Condition {
	if (!isWhole(data.file(table).file, table, column)) return missing(table, column);
	const marks = table.missing.filter((mark) => /^-?[1-9]\d*$/.test(mark)).map(Number);
	const empty = sql<boolean>`${whole(column)} is null`;
	return marks.length === 0 ? empty : sql<boolean>`coalesce(${isAmong(whole(column), marks)}, true)`;
}

/** The column holds one of the codes; null when it is empty. */
export function isOneOf(
	data: CheckData,
	table: CbsTable,
	column: string,
	codes: readonly string[]
): RawBuilder<boolean> {
	if (!isWhole(data.file(table).file, table, column)) return isAmong(text(column), codes);
	const numbers = codes.filter((code) => /^(0|[1-9]\d*)$/.test(code)).map(Number);
	if (numbers.length === 0) return sql<boolean>`false`;
	const [lowest, highest] = [Math.min(...numbers), Math.max(...numbers)];
	const all = highest - lowest === numbers.length - 1;
	return all
		? sql<boolean>`${whole(column)} between ${written(lowest)} and ${written(highest)}`
		: isAmong(whole(column), numbers);
}

/** A day as the engine writes one; of a text with eight digits from our own code. */
export function dayOf(date: string): RawBuilder<Date> {
	return sql`cast(${`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`} as date)`;
}

/** The spell runs on the date. An end that is no day is open. */
export function runsOn([start, end]: readonly [string, string], date: string): Condition {
	return holds(sql`${day(start)} <= ${dayOf(date)} and coalesce(${day(end)} >= ${dayOf(date)}, true)`);
}

/** A number of our own code, as the engine writes it. */
export function literal(value: number): RawBuilder<number> {
	return sql.val(value) as unknown as RawBuilder<number>;
}

/** Fewer rows than this are too few to judge a share by. */
const ENOUGH = 100;

/** The part is less than a share of all, where there are enough rows to tell. */
export function partBelow(part: RawBuilder<unknown>, all: RawBuilder<unknown>, share: number): Condition {
	return holds(sql`${all} >= ${literal(ENOUGH)} and ${part} < ${literal(share)} * ${all}`);
}

/** The part is more than a share of all, where there are enough rows to tell. */
export function partAbove(part: RawBuilder<unknown>, all: RawBuilder<unknown>, share: number): Condition {
	return holds(sql`${all} >= ${literal(ENOUGH)} and ${part} > ${literal(share)} * ${all}`);
}
