import { sql } from 'kysely';
import type { EventDefinition } from '../contract/definition.ts';
import type { RowQuery } from '../microdata/rows.ts';
import type { Fact, Stage, TableNeed, Unit } from '../population/fact.ts';
import { named, whole, type Rows } from './expressions.ts';
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
	/** The column of the unit in rows with `person` and `household`. */
	readonly key: Rows;
	/** Years from the stage's own. */
	readonly offset: number;
	/** The year of the reference date. */
	readonly year: number;
	/** First day that an event may have, YYYYMMDD. */
	readonly since: number;
	/** Members of households on the date, as `Stage.members`. */
	readonly members: Rows;
	/** The spells of members that a history holds. */
	spells(history: History): Rows;
}

export interface EventRows {
	/**
	 * Rows about members with columns `unit`; `date` (INTEGER YYYYMMDD or null), on which it happened to the member; and
	 * `possible`: whether the row shows that it could have happened, null when that is unknown.
	 */
	readonly about: readonly Rows[];
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
	const fact: EventFact = {
		column: `event_${rule.name}`,
		units: rule.units,
		values: EVENT_VALUES,
		needs: [...histories.map(({ table }) => ({ table, years: [0] })), ...(rule.needs ?? [])],
		otherwise: 'not_applicable',
		histories,
		find: (stage, unit, offset = 0) => {
			const scene = sceneOf(stage, unit, offset);
			return windowed(scene, rule.rows(scene));
		}
	};
	return { ...definition, facts: [fact] };
}

const UNIT_KEYS: Readonly<Record<Unit, Rows>> = { household: sql`household`, person: sql`person` };

function sceneOf(stage: Stage, unit: Unit, offset: number): Scene {
	const year = stage.year + offset;
	return {
		stage,
		offset,
		year,
		since: (year - YEARS + 1) * 10_000,
		key: UNIT_KEYS[unit],
		members: named(stage.engine, stage.members),
		spells: (history) => historyOf(stage, history, offset)
	};
}

/** The reference date is a year's last day, so that an event's calendar year alone tells the whole months since. */
function windowed({ stage, key, year, since, members }: Scene, { about, complete = true }: EventRows): RowQuery {
	const windows = EVENT_VALUES.slice(0, YEARS).map((value, ago) => sql`when ${whole(year - ago)} then ${value}`);
	const latest = sql`max(case when date between ${whole(since)} and ${whole((year + 1) * 10_000)} then date end)`;
	const without = sql`case when bool_or(possible) then 'none' when count(possible) = count(*) then 'not_applicable' end`;
	// Units that are not named would be taken for not applicable.
	const rows = complete ? about : [...about, sql`select ${key}, null, null from ${members}`];
	const found = sql`(
		select unit, case when latest is not null then case latest // 10000 ${sql.join(windows, sql` `)} end
			else otherwise end as value
		from (
			select unit, ${latest} as latest, ${complete ? without : sql`null`} as otherwise
			from (${sql.join(rows, sql` union all `)}) group by unit
		)
	)`;
	return stage.engine.db.selectFrom(found.as('event') as never).selectAll() as unknown as RowQuery;
}
