import { reliabilityOf, type Figure, type Reliability } from '../../contract/figure.ts';
import { NORMAL_975 } from '../share.ts';

/** One number about the units of a group in a region that is not a share, in the unit of its attribute or amount. */
export interface Statistic extends Pick<Figure, 'region' | 'attribute' | 'code'> {
	/** Id in the specification. */
	readonly statistic: string;
	/** Code of the period; in a series only. */
	readonly period?: string;
	/** Null when it cannot be said, or when it lies above every bound: then `lower` may say what it is at least. */
	readonly value: number | null;
	/** Standard error that the noise gives the value; null for a quantile, whose interval is not made from one. */
	readonly se: number | null;
	/** 95 % interval: of the noise, and of where units may lie within their bins. */
	readonly lower: number | null;
	/** Null beside a `lower`: the interval has no upper end. */
	readonly upper: number | null;
	readonly reliability: Reliability;
}

/** What is said of one region and group. */
export type Said = Pick<Statistic, 'value' | 'se' | 'lower' | 'upper' | 'reliability'>;

export const NOT_SAID: Said = { value: null, se: null, lower: null, upper: null, reliability: 'X' };

/** The letter of a value by its whole interval, as if that were the noise of a normal error. */
export function reliabilityOfInterval(value: number, lower: number, upper: number): Reliability {
	return reliabilityOf(value, (upper - lower) / (2 * NORMAL_975));
}
