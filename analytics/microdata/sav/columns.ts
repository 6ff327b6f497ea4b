import type { CodePage } from './code-page.ts';

/** A column of a system file: texts of at most `width` bytes in the file's encoding, or numbers. */
export interface SavColumn {
	readonly name: string;
	readonly type: 'text' | 'number';
	/** Bytes of a text, 1 to 32767; of a number the digits that SPSS shows, 1 to 40. */
	readonly width: number;
}

/** Some rows by columns, in the order of the columns: texts (null is empty), or numbers (NaN is missing). */
export interface SavRows {
	readonly rows: number;
	readonly columns: readonly (readonly (string | null)[] | Float64Array)[];
}

export interface SavOptions {
	readonly compression: 'none' | 'bytecode';
	readonly encoding: CodePage;
}
