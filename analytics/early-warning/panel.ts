import type { Cell } from '../contract/early-warning.ts';

/** Periods in a year. */
export type Frequency = 12 | 4 | 1;

/**
 * The series of one indicator and group at one level of the region tree: what one model looks at together. Counts are
 * released noisy counts, reconciled and never clamped, so they may be negative.
 */
export interface Panel extends Omit<Cell, 'region'> {
	readonly level: string;
	readonly freq: Frequency;
	/** Names of consecutive periods, ascending. */
	readonly periods: readonly string[];
	/** Codes, in the order of the series. */
	readonly regions: readonly string[];
	/** [region][period]; NaN where missing. */
	readonly count: readonly Float64Array[];
	/** Standard deviation of the privacy noise on the count. */
	readonly sigma: readonly Float64Array[];
	/** Units that the count is a part of, as released, and the standard deviation of their noise. */
	readonly exposure: readonly Float64Array[];
	readonly exposureSigma: readonly Float64Array[];
	/** Declared breaks in supply: series and first period after the break, counted from 0. */
	readonly breaks: readonly { readonly series: number; readonly period: number }[];
}

/** What the models need of the region tree. */
export interface Regions {
	/** Code of the region that takes in all others. */
	readonly root: string;
	parentOf(code: string): string | null;
	levelOf(code: string): string | undefined;
}
