import { sql } from 'kysely';
import { named } from '../engine/named.ts';
import type { EventDefinition } from '../contract/definition.ts';
import type { Fact, Source, Stage, TableNeed, Told, Unit } from '../population/fact.ts';
import { choice } from '../population/choice.ts';
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

/** What a row shows of its unit, the most telling first: in which twelve months it happened, that it could have, that nobody knows. */
const [LATEST, POSSIBLE, UNKNOWN] = [16, 2, 1];

/** The sign that it happened so many years before the reference date's. */
function happened(ago: number): number {
	return LATEST / 2 ** ago;
}

/** The most telling sign of any row counts. */
function windowed({ year }: Scene, { about, complete = true }: EventRows): Told {
	return {
		parts: [],
		signs: about.map((telling) => ({ source: telling.source, columns: [], value: signsOf(year, telling) })),
		answer: (_, shows) => {
			const windows = EVENT_VALUES.slice(0, YEARS).map((value, ago) => [shows(happened(ago)), value] as const);
			if (!complete) return choice(windows);
			return choice([...windows, [shows(POSSIBLE), 'none'], [shows(UNKNOWN), null]], 'not_applicable');
		}
	};
}

/** The reference date is a year's last day, so that an event's calendar year alone tells the whole months since. */
function signsOf(year: number, { where, date, possible }: Telling): Rows {
	const could = sql`case when ${possible} then ${whole(POSSIBLE)} when ${possible} is null then ${whole(UNKNOWN)} else 0 end`;
	const windows = Array.from(
		{ length: YEARS },
		(_, ago) => sql`when ${whole(year - ago)} then ${whole(happened(ago))}`
	);
	const signs =
		date === undefined ? could : sql`(case ${date} // 10000 ${sql.join(windows, sql` `)} else 0 end) | (${could})`;
	return where === undefined ? sql`(${signs})` : sql`(case when ${where} then ${signs} else 0 end)`;
}
