import { sql } from 'kysely';
import { named } from '../engine/named.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import type { Fact, Stage } from '../population/fact.ts';
import { endNumber, whole, type Rows } from './expressions.ts';

/** The spells of present members around the three years up to the reference date, each with the one before it. */
export interface History {
	readonly name: string;
	/** A table of spells of which one file holds all years. */
	readonly table: CbsTable;
	/** Columns of number codes, and their names here. */
	readonly codes: Readonly<Record<string, string>>;
}

/** What stands for a history in queries: its own query, or the relation that it was written to. */
interface Kept {
	readonly history: History;
	readonly rows: Rows;
	/** Name of the relation; absent: it was not written. */
	readonly relation?: string;
}

const sources = new WeakMap<Stage, Map<string, Kept>>();

/**
 * Reads the histories of the given facts, each once, into relations of the engine. Facts find the same without it, but each
 * then reads its tables for itself.
 */
export async function prepareHistories(stage: Stage, facts: readonly Fact[], offset = 0): Promise<void> {
	const histories = new Set(facts.flatMap((fact) => ('histories' in fact ? (fact.histories as History[]) : [])));
	for (const history of histories) {
		const { rows, relation } = keptOf(stage, history, offset);
		if (relation !== undefined) continue;
		const name = `history_${history.name}_${stage.year}_${-offset}`;
		await sql`create or replace temp table ${named(name)} as select * from ${rows} as history`.execute(stage.engine.db);
		ownOf(stage).set(keyOf(history, offset), { history, rows: named(name), relation: name });
	}
}

/** Gives back the memory of the histories that a table holds. */
export async function dropHistories(stage: Stage, table: CbsTable): Promise<void> {
	for (const [key, { history, relation }] of [...ownOf(stage)]) {
		if (history.table !== table) continue;
		if (relation !== undefined) await sql`drop table ${named(relation)}`.execute(stage.engine.db);
		ownOf(stage).delete(key);
	}
}

/** A history, to select from. */
export function historyOf(stage: Stage, history: History, offset: number): Rows {
	return keptOf(stage, history, offset).rows;
}

function keptOf(stage: Stage, history: History, offset: number): Kept {
	const own = ownOf(stage);
	const kept = own.get(keyOf(history, offset)) ?? { history, rows: spellsOf(stage, history, offset) };
	own.set(keyOf(history, offset), kept);
	return kept;
}

function ownOf(stage: Stage): Map<string, Kept> {
	const own = sources.get(stage) ?? new Map<string, Kept>();
	sources.set(stage, own);
	return own;
}

function keyOf({ name }: History, offset: number): string {
	return `${name} ${offset}`;
}

/** A spell follows another when it begins at most so many days after the other's last day. */
const FOLLOWS_WITHIN_DAYS = 31;

/**
 * The spells of members that touch the three years up to 31 December, or the month before those. Columns: `person`,
 * `household`, `start` and `until` (INTEGER; an end that is open or no date is later than all), the codes as small numbers, and
 * of a spell that begins in the three years as `previous_<code>` those of the spell that it follows, or null.
 *
 * Public rule where spells contradict each other, of one person's rows alone: they come in the order of their start, then their
 * codes, then their end, and of spells that begin on one day none follows another. Registered twice is the same as once.
 */
function spellsOf(stage: Stage, { table, codes }: History, offset: number): Rows {
	const [start, end] = table.spell!;
	const year = stage.year + offset;
	const names = Object.keys(codes);
	const column = (name: string) => named(name);
	const columns = names.map(column);
	const numbers = names.map((name) => sql`try_cast(${column(codes[name]!)} as utinyint) as ${column(name)}`);
	const before = ['start', 'until', ...names].map(
		(name) => sql`lag(${column(name)}) over turn as ${column(`before_${name}`)}`
	);
	const previous = names.map(
		(name) => sql`case when follows then ${column(`before_${name}`)} end as ${column(`previous_${name}`)}`
	);
	const gap = sql`date_diff('day', ${day(sql`before_until`)}, ${day(sql`start`)})`;
	return sql`(
		select person, household, birth, start, until, ${sql.join([...columns, ...previous])} from (
			select *, case
				when before_start is null or before_start = start or start < ${whole((year - 2) * 10_000)} then false
				when before_until >= start then true
				else ${gap} <= ${whole(FOLLOWS_WITHIN_DAYS)}
			end as follows from (
				select *, ${sql.join(before)} from (
					select person, household, birth, ${column(start)} as start, ${endNumber(column(end))} as until,
						${sql.join(numbers)}
					from ${stage.rows(table, [start, end, ...Object.values(codes)], offset)} as spell
				) where start < ${whole((year + 1) * 10_000)} and until >= ${whole((year - 3) * 10_000 + 1201)}
				window turn as (partition by person order by start, ${sql.join(columns)}, until)
			)
		)
	)`;
}

/** A day that the calendar lacks is null. */
function day(date: Rows): Rows {
	return sql`try_strptime(cast(${date} as varchar), '%Y%m%d')`;
}
