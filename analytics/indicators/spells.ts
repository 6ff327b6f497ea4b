import { sql, type Expression } from 'kysely';
import { named } from '../engine/named.ts';
import { written } from '../engine/written.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import { choice } from '../population/choice.ts';
import type { Fact, Source, Stage } from '../population/fact.ts';
import { toldFact } from '../population/told.ts';
import type { Column } from './answers.ts';

/** A state that persons are in from one day to another, as a register of spells has it. */
export interface SpellState {
	readonly column: string;
	readonly table: CbsTable;
	/** Spells that count, and the other columns that tell so; absent: all. */
	readonly counts?: { readonly columns: readonly string[]; readonly when: (column: Column) => Expression<boolean> };
}

/** Codes of `<state>_inflow_quarter`: the quarter in which the unit first came into the state, or why there is none. */
export const QUARTERS = ['q1', 'q2', 'q3', 'q4', 'none', 'already'] as const;

/** yes for units with a member in the state on 31 December. */
export function stateOnDate(state: SpellState) {
	return toldFact({
		column: state.column,
		units: ['household', 'person'],
		values: ['yes', 'no'],
		needs: [{ table: state.table, years: [0] }],
		otherwise: 'no',
		tell(stage, _unit, offset) {
			const date = written((stage.year + offset) * 10_000 + 1231);
			const value = sql`bool_or(START <= ${date} and FINISH >= ${date})`;
			return {
				parts: [{ source: spells(stage, state, offset), columns: [], value }],
				answer: ([any]) => choice([[any!, 'yes']], 'no')
			};
		}
	});
}

/**
 * The quarter of the first inflow of the year: of the spells of all members that touch the year, whether one was running when
 * the year began, else the day on which the first began.
 */
export function inflowQuarter(state: SpellState): Fact {
	return toldFact({
		column: `${state.column}_inflow_quarter`,
		units: ['household', 'person'],
		values: QUARTERS,
		needs: [{ table: state.table, years: [0] }],
		otherwise: 'none',
		tell(stage, _unit, offset) {
			const year = stage.year + offset;
			const day = (monthDay: number, of = year) => written(of * 10_000 + monthDay);
			const touches = sql`START <= ${day(1231)} and FINISH >= ${day(1231, year - 1)}
				and (START < ${day(101)} or FINISH >= ${day(101)})`;
			const value = sql`min(case when ${touches} then START end)`;
			return {
				parts: [{ source: spells(stage, state, offset), columns: [], value }],
				answer: ([start]) =>
					choice(
						[
							[sql`${start} < ${day(101)}`, 'already'],
							[sql`${start} < ${day(401)}`, 'q1'],
							[sql`${start} < ${day(701)}`, 'q2'],
							[sql`${start} < ${day(1001)}`, 'q3'],
							[sql`${start} is not null`, 'q4']
						],
						'none'
					)
			};
		}
	});
}

/** The spells of members that count, from START to FINISH, both days in the state. */
function spells(stage: Stage, { column, table, counts }: SpellState, offset: number): Source {
	const [start, end] = table.spell!;
	return {
		name: `${column} ${offset}`,
		rows: () => sql`(select person, household, ${named(start)} as START, coalesce(${named(end)}, 99999999) as FINISH
			from ${stage.rows(table, [start, end, ...(counts?.columns ?? [])], offset)} as spell
			where ${counts === undefined ? sql`true` : counts.when((name) => named(name))})`,
		several: true
	};
}
