import type { RowQuery } from '../microdata/rows.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import type { Fact, Stage, Unit } from './fact.ts';
import { foundFacts } from './units.ts';

/** What facts ask of one table and year, all together. */
export interface Request {
	readonly table: CbsTable;
	readonly offset: number;
	readonly columns: readonly string[];
	/** How often the rows of members are asked for. */
	readonly times: number;
}

/**
 * Lets facts ask a stage that has nothing, and writes down what they ask: no record is read.
 * @param also what is asked beside facts
 */
export function requestsOf(stage: Stage, facts: readonly Fact[], unit: Unit, also: readonly Request[]): Request[] {
	const requests = new Map<string, Request>();
	const note = (table: CbsTable, columns: readonly string[], offset: number, member: boolean): RowQuery => {
		const key = `${table.name} ${offset}`;
		const { columns: known, times } = requests.get(key) ?? { columns: [], times: 0 };
		const union = [...known];
		for (const column of columns) if (!union.some((name) => isSame(name, column))) union.push(column);
		requests.set(key, { table, offset, columns: union, times: times + (member ? 1 : 0) });
		return stage.engine.db.selectFrom('nothing') as unknown as RowQuery;
	};
	for (const { table, columns, offset } of also) note(table, columns, offset, true);
	const listener: Stage = {
		engine: stage.engine,
		year: stage.year,
		members: stage.members,
		has: (table, offset) => stage.has(table, offset),
		rows: (table, columns, offset = 0) => note(table, columns, offset, true),
		all: (table, columns, offset = 0) => note(table, columns, offset, false)
	};
	for (const { fact, offset } of foundFacts(stage, facts)) fact.find(listener, unit, offset);
	return [...requests.values()];
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
