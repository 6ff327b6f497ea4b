import { sql } from 'kysely';
import { named } from '../engine/named.ts';
import type { EventDefinition } from '../contract/definition.ts';
import type { Fact, Source, Stage, TableNeed, Told, Unit } from '../population/fact.ts';
import { toldFact } from '../population/told.ts';
import { whole, type Rows } from './expressions.ts';
import { historyOf, type History } from './history.ts';

/** A life event: what it is, in words, and the column that tells how long ago it was. */
export interface LifeEvent extends EventDefinition {
	readonly facts: readonly [EventFact];
}

/** A fact about an event, with the histories that it is found in. */
export interface EventFact extends Fact {
	readonly histories: readonly History[];
}

/** Whole months between the latest event and 31 December; none: in the comparison group; and units it could not happen to. */
export const EVENT_VALUES = ['0-11', '12-23', '24-35', 'none', 'not_applicable'] as const;

/** Years in which an event counts: that of the reference date and the two before it, 36 months. */
const YEARS = 3;

/** The tables around one reference date, seen for one kind of unit. */
export interface Scene {
	readonly stage: Stage;
	readonly unit: Unit;
	/** Years from the stage's own. */
	readonly offset: number;
	/** The year of the reference date. */
	readonly year: number;
	/** First day that an event may have, YYYYMMDD. */
	readonly since: number;
	/** Relation of the members of households on the date, as `Stage.members`. */
	readonly members: Rows;
	/** The spells of members that a history holds, to select from. */
	spells(history: History): Rows;
}

/** What rows about members tell of an event. */
export interface Telling {
	readonly source: Source;
	/** Rows that tell something; absent: all. */
	readonly where?: Rows;
	/** On which it happened to the member, INTEGER YYYYMMDD or null; absent: the rows tell of no date. */
	readonly date?: Rows;
	/** Whether the row shows that it could have happened, null when that is unknown. */
	readonly possible: Rows;
}

export interface EventRows {
	readonly about: readonly Telling[];
	/** Whether the files go back all three years; if not, a unit without the event is unknown. */
	readonly complete?: boolean;
}

export interface EventRule {
	/** Ends the name of the column. */
	readonly name: string;
	readonly units: readonly Unit[];
	readonly histories?: readonly History[];
	/** Tables that are read beside the histories. */
	readonly needs?: readonly TableNeed[];
	rows(scene: Scene): EventRows;
}

/** An event that is defined in words and found by its rule. */
export function lifeEvent(rule: EventRule, definition: EventDefinition): LifeEvent {
	const histories = rule.histories ?? [];
	const fact = {
		...toldFact({
			column: `event_${rule.name}`,
			units: rule.units,
			values: EVENT_VALUES,
			needs: [...histories.map(({ table }) => ({ table, years: [0] })), ...(rule.needs ?? [])],
			otherwise: 'not_applicable',
			tell: (stage, unit, offset) => {
				const scene = sceneOf(stage, unit, offset);
				return windowed(scene, rule.rows(scene));
			}
		}),
		histories
	};
	return { ...definition, facts: [fact] };
}

function sceneOf(stage: Stage, unit: Unit, offset: number): Scene {
	const year = stage.year + offset;
	return {
		stage,
		offset,
		year,
		since: (year - YEARS + 1) * 10_000,
		unit,
		members: named(stage.members),
		spells: (history) => historyOf(stage, history, offset)
	};
}

/**
 * How much a row says of its unit, the most first: it happened in the last twelve months, in those before, in the first; it could
 * have happened; nobody knows; it could not. Of all rows about a unit the highest counts.
 */
const RANKS = { latest: 5, possible: 2, unknown: 1, impossible: 0 } as const;

/** The reference date is a year's last day, so that an event's calendar year alone tells the whole months since. */
function windowed({ year }: Scene, { about, complete = true }: EventRows): Told {
	const parts = about.map(({ source, where, date, possible }) => {
		const row = rank(year, date, possible);
		return {
			source,
			columns: [],
			value: sql`max(${where === undefined ? row : sql`case when ${where} then ${row} end`})`
		};
	});
	const windows = EVENT_VALUES.slice(0, YEARS).map(
		(value, ago) => sql`when ${whole(RANKS.latest - ago)} then ${value}`
	);
	const without = complete
		? sql`when ${whole(RANKS.possible)} then 'none' when ${whole(RANKS.unknown)} then null else 'not_applicable'`
		: sql`else null`;
	return {
		parts,
		answer: (ranks) => sql`case greatest(${sql.join(ranks)}) ${sql.join(windows, sql` `)} ${without} end`
	};
}

function rank(year: number, date: Rows | undefined, possible: Rows): Rows {
	const rest = sql`case when ${possible} then ${whole(RANKS.possible)}
		when ${possible} is null then ${whole(RANKS.unknown)} else ${whole(RANKS.impossible)} end`;
	if (date === undefined) return sql`cast(${rest} as utinyint)`;
	const windows = Array.from(
		{ length: YEARS },
		(_, ago) => sql`when ${whole(year - ago)} then ${whole(RANKS.latest - ago)}`
	);
	return sql`cast(case ${date} // 10000 ${sql.join(windows, sql` `)} else ${rest} end as utinyint)`;
}
