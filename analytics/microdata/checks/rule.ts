import type { RawBuilder } from 'kysely';
import type { DataFile } from '../data-file.ts';
import type { CbsTable } from '../tables/table.ts';
import type { CheckData } from './check-data.ts';

/** A broken rule of severity error stops a release; a warning is for the steward to judge. */
export type Severity = 'error' | 'warn';

/**
 * Levels of validation as in the European Statistical System: 0 the file and its form, 1 within one file, 2 between files and
 * years of one source, 3 between sources of one office, 4 between sources of several offices, 5 against published figures.
 */
export type Level = 0 | 1 | 2 | 3 | 4 | 5;

export interface RuleHead {
	readonly id: string;
	readonly level: Level;
	readonly severity: Severity;
	/** What holds when the rule is met, in plain words. */
	readonly title: string;
	/** Tables that it judges; each gets a result of its own. */
	readonly tables: readonly CbsTable[];
}

/** A rule about the name and the header of a file. */
export interface FileRule extends RuleHead {
	/**
	 * What is wrong, in words of ours that name tables and columns; null when all is well.
	 * @param file null when it is absent or cannot be opened
	 */
	fault(file: DataFile | null, table: CbsTable, year: number): string | null;
}

/** A rule about rows: those of a file, or rows that are made of them. Every threshold in it is public and fixed. */
interface RuleOverRows extends RuleHead {
	/** Columns of the judged table beyond those that it must have: without one of them the rule is not run. */
	readonly columns?: readonly string[];
	/** The rows that are judged. Rules with the same relation are judged in one pass. */
	over(table: CbsTable): Relation;
}

/** A rule about each row by itself. */
export interface RowRule extends RuleOverRows {
	/** True, never null, for a row that breaks the rule. */
	broken(data: CheckData, table: CbsTable): RawBuilder<boolean>;
}

/** A rule about rows taken together. */
export interface CountRule extends RuleOverRows {
	/** How many rows break the rule: an aggregate of them. */
	count(data: CheckData, table: CbsTable): RawBuilder<number>;
}

/** `readable` has no test of its own: it is broken when a query fails on the records of a file. */
export type CheckRule = FileRule | RowRule | CountRule | ReadingRule;

export interface ReadingRule extends RuleHead {
	readonly reading: true;
}

/** Rows that rules look at. */
export interface Relation {
	readonly name: string;
	/** Tables that it is made of, of the period. */
	readonly tables: readonly CbsTable[];
	/** Tables of the year before. */
	readonly before?: readonly CbsTable[];
	/** Whether it says something of a file, whatever the period, or of a period. */
	readonly of: 'file' | 'period';
	rows(data: CheckData): Promise<RawBuilder<unknown>>;
}
