import type { Numbers } from '../parquet/encode.ts';
import { BATCH } from '../staging-layout.ts';

// Where the numbers of a column come from. Each value says it twice, like the forms: in SQL and in code. A test holds both together.

/** Gives a column of a staging table: the numbers of the rows asked for, from the first place on. */
export type Staged = (column: string) => Int32Array;

/** A whole number of each row of a staging table. */
export interface Value {
	readonly sql: string;
	/** @returns at least `rows` numbers, in `scratch` (of BATCH) or in a column of staging: good until the next call */
	readonly numbers: (staged: Staged, rows: number, scratch: Float64Array) => Numbers;
}

/** Which rows of a staging table. */
export interface Condition {
	readonly sql: string;
	readonly columns: readonly string[];
	readonly holds: (...numbers: number[]) => boolean;
}

/** A column as it is. */
export function column(name: string): Value {
	return { sql: name, numbers: (staged) => staged(name) };
}

/** The same number for all rows. */
export function constant(number: number): Value {
	return { sql: String(number), numbers: (_staged, rows, scratch) => scratch.fill(number, 0, rows) };
}

/** Stands for columns that are not there. */
export const ZEROS = new Int32Array(BATCH);

/** @param number from the numbers of at most five columns of a row */
export function computed(sql: string, columns: readonly string[], number: (...numbers: number[]) => number): Value {
	return {
		sql,
		numbers(staged, rows, scratch) {
			const [a = ZEROS, b = ZEROS, c = ZEROS, d = ZEROS, e = ZEROS] = columns.map(staged);
			for (let i = 0; i < rows; i++) scratch[i] = number(a[i]!, b[i]!, c[i]!, d[i]!, e[i]!);
			return scratch;
		}
	};
}
