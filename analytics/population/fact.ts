import type { Expression } from 'kysely';
import type { Engine } from '../engine/engine.ts';
import type { RowQuery } from '../microdata/rows.ts';
import type { CbsTable } from '../microdata/tables/table.ts';

/** What is counted: households, or persons in households. */
export type Unit = 'household' | 'person';

/** A CBS table, and the years that are read, counted from the year of the reference date: 0 is its own, -1 the year before. */
export interface TableNeed {
	readonly table: CbsTable;
	readonly years: readonly number[];
	/** Absent tables make the fact unknown instead of stopping the release. */
	readonly optional?: true;
}

/**
 * One thing that is known of a unit on the reference date, 31 December of the period: a column of the analysis file.
 *
 * What a fact tells of a unit follows from the rows of the unit's own members alone, and from those of persons who are in no
 * household on the date (the dead): so that a unit's rows change no other unit's facts.
 */
export interface Fact {
	/** Column of the analysis file, as specifications name it. */
	readonly column: string;
	/** The units that it is known of. */
	readonly units: readonly Unit[];
	/** The values that it takes, beside null for unknown; 'number' where specifications make bins. */
	readonly values: readonly string[] | 'number';
	readonly needs: readonly TableNeed[];
	/** Value of units that `find` does not name: null, or 'no' where a register lists only whom it concerns. */
	readonly otherwise: string | null;
	/**
	 * Columns `unit` (INTEGER, as in `Stage.members`) and `value` (VARCHAR, or null; of a number any type that holds it), at most
	 * one row per unit.
	 * @param offset years from the reference date: what was known of the present members at that year's end.
	 */
	find(stage: Stage, unit: Unit, offset?: number): RowQuery;
	/** What the fact follows from, so that a state is found once for all that it tells; `find` gives the same. */
	readonly past?: Past;
	/** How the fact follows from rows that other facts are found in too, so that these are passed over once; `find` gives the same. */
	tell?(stage: Stage, unit: Unit, offset: number): Told;
}

/** Rows that facts are found in. */
export interface Source {
	/** Facts of one stage and unit whose sources have the same name are found together. */
	readonly name: string;
	/** Columns `person` and `household`, as in `Stage.members`, those that are asked for, and perhaps others. */
	rows(columns: readonly string[]): Expression<unknown>;
	/** Whether a unit may have several rows: what is told of it is then an aggregate. */
	readonly several: boolean;
}

/** What the rows of one source tell of a unit: null of one without rows. */
export interface Part {
	readonly source: Source;
	/** Columns of the source that the value uses, where it has to be asked for them. */
	readonly columns: readonly string[];
	readonly value: Expression<unknown>;
}

/** Whether any row about a unit has a sign, 1, 2, 4, 8 or 16; null of a unit without rows. */
export type Shows = (sign: number) => Expression<unknown>;

export interface Told {
	readonly parts: readonly Part[];
	/** Parts whose value is of each row: the sum of its signs, never null. */
	readonly signs?: readonly Part[];
	/** What follows from the parts for a unit, in their order, and from the signs; absent: the value of the only part. */
	readonly answer?: (values: readonly Expression<unknown>[], shows: Shows) => Expression<unknown>;
}

/** Whether a fact had a value; null when it had none. */
export type Was = (value: string) => Expression<unknown>;

/** A fact that follows from another one, as it was at the end of this year and of those before it. */
export interface Past {
	readonly of: Fact;
	/** How many years, this one included. */
	readonly years: number;
	/** @param was what the other fact was, the newest first */
	answer(was: readonly Was[]): Expression<string | null>;
}

/** The tables of one reference date, made ready for facts to be found in. */
export interface Stage {
	readonly engine: Engine;
	/** The period: facts hold on 31 December of it. */
	readonly year: number;
	/**
	 * Relation of the persons in households on the date, one row each: `person` (INTEGER: RINPERSOON of kind 'R'), `household`
	 * (INTEGER), `reference` (BOOLEAN: reference person), `place` and `type` (PLHH and TYPHH as whole numbers, null for what is none
	 * of their codes), `birth` (INTEGER YYYYMMDD or null), `sex` (1 or 2, or null).
	 */
	readonly members: string;
	/** Whether there is a file of the table that serves the year. */
	has(table: CbsTable, offset?: number): boolean;
	/**
	 * The rows of the table's file for year + offset that are about a member: `person`, `household`, `reference`, `birth` and
	 * `type` of the member, and the wanted columns under their names in capitals: amounts and percentages as DOUBLE, dates as INTEGER YYYYMMDD
	 * (any whole number of eight characters), others as trimmed text; null when there is none. A column that the file lacks is null.
	 * Of tables of income households one row per household, that of a main earner who is a member.
	 * @throws RangeError when there is no such file
	 */
	rows(table: CbsTable, columns: readonly string[], offset?: number): RowQuery;
	/**
	 * Every row of the file, of a member or not, with its `person`, null when it is not linkable, and the columns as in `rows`: for
	 * persons who are in no household, and for joins with far fewer persons than there are members.
	 */
	all(table: CbsTable, columns: readonly string[], offset?: number): RowQuery;
}
