import { sql, type Expression } from 'kysely';
import type { Fact, Stage } from '../population/fact.ts';
import { from } from '../population/one-row.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { OPEN_END } from '../microdata/tables/keys.ts';
import type { CbsTable } from '../microdata/tables/table.ts';
import { yesWhereAny, type Column } from './answers.ts';

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
export function stateOnDate(state: SpellState): Fact {
	return {
		column: state.column,
		units: ['household', 'person'],
		values: ['yes', 'no'],
		needs: [{ table: state.table, years: [0] }],
		otherwise: 'no',
		find(stage, unit, offset = 0) {
			const date = `${stage.year + offset}1231`;
			return yesWhereAny(stage, unit, spells(stage, state, offset), (column) => {
				return sql`${column('START')} <= ${date} and ${column('FINISH')} >= ${date}`;
			});
		}
	};
}

/**
 * The quarter of the first inflow of the year: of the spells of all members that touch the year, whether one was running when
 * the year began, else the day on which the first began.
 */
export function inflowQuarter(state: SpellState): Fact {
	return {
		column: `${state.column}_inflow_quarter`,
		units: ['household', 'person'],
		values: QUARTERS,
		needs: [{ table: state.table, years: [0] }],
		otherwise: 'none',
		find(stage, unit, offset = 0) {
			const year = stage.year + offset;
			const [first, last, before] = [`${year}0101`, `${year}1231`, `${year - 1}1231`];
			return from(stage.engine, spells(stage, state, offset), 'row')
				.where('row.START', '<=', last)
				.where('row.FINISH', '>=', before)
				.where((eb) => sql<boolean>`(${eb.ref('row.START')} < ${first} or ${eb.ref('row.FINISH')} >= ${first})`)
				.groupBy(`row.${unit}`)
				.select(`row.${unit} as unit`)
				.select((eb) => {
					const start = eb.fn.min('row.START');
					return sql<string>`case when ${start} < ${first} then 'already'
						when ${start} < ${`${year}0401`} then 'q1' when ${start} < ${`${year}0701`} then 'q2'
						when ${start} < ${`${year}1001`} then 'q3' else 'q4' end`.as('value');
				}) as RowQuery;
		}
	};
}

/** The spells of members that count, from START to FINISH, both days in the state. */
function spells(stage: Stage, { table, counts }: SpellState, offset: number): RowQuery {
	const [start, end] = table.spell!;
	const rows = from(stage.engine, stage.rows(table, [start, end, ...(counts?.columns ?? [])], offset), 'spell');
	const counted =
		counts === undefined
			? rows
			: rows.where((eb) => counts.when((name) => eb.ref(`spell.${name}`) as Expression<string | null>));
	return counted
		.select(['spell.person', 'spell.household', `spell.${start.toUpperCase()} as START`])
		.select((eb) => eb.fn.coalesce(`spell.${end.toUpperCase()}`, eb.val(OPEN_END)).as('FINISH')) as RowQuery;
}
