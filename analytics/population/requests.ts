import type { RowQuery } from '../microdata/rows.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import type { Stage } from './fact.ts';

/** What is asked of one table and year, all together. */
export interface Request {
	readonly table: CbsTable;
	readonly offset: number;
	readonly columns: readonly string[];
	/** How often the rows of members are asked for. */
	readonly times: number;
}

type Ask = (listener: Stage) => void;

/** Lets queries ask a stage that has nothing, and writes down what they ask: no record is read. */
export function requestsOf(stage: Stage, ask: Ask): Request[] {
	const requests: Request[] = [];
	ask(listening(stage, requests));
	return together(requests);
}

/**
 * As `requestsOf`, of queries that are run one after another. The first to ask a table says how often all do: a history, which is
 * read once for all, asks once.
 */
export function requestsOfEach(stage: Stage, asks: readonly Ask[]): Request[][] {
	const all: Request[] = [];
	const listener = listening(stage, all);
	for (const ask of asks) ask(listener);
	const times = new Map(together(all).map((request) => [keyOf(request), request.times]));
	return asks.map((ask) =>
		requestsOf(stage, ask).map((request) => {
			const key = keyOf(request);
			const first = times.get(key) ?? 0;
			times.delete(key);
			return { ...request, times: first };
		})
	);
}

function listening(stage: Stage, requests: Request[]): Stage {
	const note = (table: CbsTable, columns: readonly string[], offset: number, times: number): RowQuery => {
		requests.push({ table, offset, columns, times });
		return stage.engine.db.selectFrom('nothing') as unknown as RowQuery;
	};
	return {
		engine: stage.engine,
		year: stage.year,
		members: stage.members,
		has: (table, offset) => stage.has(table, offset),
		rows: (table, columns, offset = 0) => note(table, columns, offset, 1),
		all: (table, columns, offset = 0) => note(table, columns, offset, 0)
	};
}

/** One request for each table and year. */
export function together(requests: readonly Request[]): Request[] {
	const all = new Map<string, Request>();
	for (const request of requests) {
		const { columns, times } = all.get(keyOf(request)) ?? { columns: [], times: 0 };
		const union = [...columns];
		for (const column of request.columns) if (!union.some((name) => isSame(name, column))) union.push(column);
		all.set(keyOf(request), { ...request, columns: union, times: times + request.times });
	}
	return [...all.values()];
}

/** The table and the year that are asked. */
export function keyOf({ table, offset }: Pick<Request, 'table' | 'offset'>): string {
	return `${table.name} ${offset}`;
}

function isSame(a: string, b: string): boolean {
	return a.toLowerCase() === b.toLowerCase();
}
