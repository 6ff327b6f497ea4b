import type { Lang } from '../../messages/index.ts';

/** The figures of one view as rows, whatever the form they are taken along in: CSV, a spreadsheet or JSON-stat. */
export interface Dataset {
	readonly shape: Shape;
	readonly rows: readonly Row[];
	readonly about: About;
}

/** What a set of figures is about. */
export interface About {
	/** Name of the file, without its ending. */
	readonly name: string;
	readonly title: string;
	readonly lang: Lang;
	/** What the latest of the releases was published on; null without a release. */
	readonly updated: Date | null;
	readonly source: string;
	/** Explanations, each under a head of its own. */
	readonly notes: readonly Note[];
}

export interface Note {
	readonly head: string;
	readonly texts: readonly string[];
}

/** Columns of a set of figures. Every row has another combination of the dimensions' codes. */
export interface Shape {
	readonly dimensions: readonly Dimension[];
	readonly measures: readonly Measure[];
	readonly remarks: readonly Remark[];
}

export interface Dimension {
	readonly id: string;
	readonly label: string;
	readonly role: 'time' | 'geo' | null;
	/** Whether its codes say something else than its names. */
	readonly coded: boolean;
}

export interface Measure {
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	/** Most decimals that a value has. */
	readonly decimals: number;
}

/** A text about a row: how reliable it is, or where it comes from. */
export interface Remark {
	readonly id: string;
	readonly label: string;
	/** Whether it says how the row's values are to be taken, such as a letter of reliability. */
	readonly isStatus: boolean;
}

/** One row, in the order of the shape's columns. A value that is not told is null. */
export interface Row {
	readonly keys: readonly Key[];
	readonly values: readonly (number | null)[];
	readonly remarks: readonly string[];
}

export interface Key {
	readonly code: string;
	readonly name: string;
}

/** A value with no more decimals than its column has. */
export function rounded(value: number | null, decimals: number): number | null {
	// Adding 0 turns -0 into 0.
	return value === null ? null : Number(value.toFixed(decimals)) + 0;
}

/** A probability in per cent: never 0 or 100, since nothing here is certain. */
export function chance(probability: number): number {
	return Math.min(99.99, Math.max(0.01, Number((probability * 100).toFixed(2))));
}
