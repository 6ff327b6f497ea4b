/**
 * EWS-1: the released ratio of a region to the nation is a slowly drifting level plus its own season plus noise of known
 * size, and an event is a ramp or a step up in the level. The constants are part of the model, not of any data set.
 */

/** One set per indicator and region level, shared by all its series. */
export interface Hyper {
	/** Variance of the level's drift in one period, relative to the square of the level. */
	readonly tau2: number;
	/** Over-dispersion of the counts against Poisson. */
	readonly phi: number;
	/** Prior variance of the two season coefficients; 0 in yearly series, which have no season. */
	readonly ws: number;
}

/** Variance of the level before the first period, around 1: as the nation. */
export const START_VARIANCE = 0.25;
/** Levels below this count as this wherever a variance scales with the level. */
export const LEVEL_FLOOR = 0.2;
/** Variance added to the level where a break in supply is declared. */
export const BREAK_VARIANCE = 1;
/** Prior standard deviation of an event's relative effect (half-normal). */
export const EFFECT_SD = 0.25;
/** False discovery rate of the signal set. */
export const FDR = 0.1;
/** The yearly rise that the rise probability is about. */
export const RISE = 0.1;
/** A region with more than this share of the exposure is compared with the rest, not with a nation that it is part of. */
export const LARGE_SHARE = 0.05;

/** One series on the ratio scale. */
export interface RatioSeries {
	/** Noisy count over expected count; NaN where missing. */
	readonly ratio: Float64Array;
	/** Expected count at the national rate; used where the ratio is present. */
	readonly expected: Float64Array;
	/** Variance of the privacy noise on the ratio. */
	readonly noise: Float64Array;
	/** Variance of the privacy noise on the exposure, relative to its square; 0 where the exposure is exact. */
	readonly exposureNoise: Float64Array;
	/** Periods at which a break in supply is declared, counted from 0. */
	readonly breaks: ReadonlySet<number>;
	/** Variance of the change that believed events older than a year made in each period, relative to the square of the level. */
	readonly settled?: Float64Array;
}
