/**
 * Kinds of invented worlds, in which the truth is known. All are of the model's family but for H, in which every series
 * drifts by its own amount and periods are missing.
 */
export interface WorldKind {
	readonly freq: 12 | 4;
	readonly periods: number;
	/** Periods before the first that is scored; no event begins in them. */
	readonly train: number;
	/** Standard deviation of the privacy noise on each count. */
	readonly sigma: number;
	/** Part of a municipality's inhabitants that a series is about. */
	readonly share: number;
	/** Log standard deviation, between series, of the size of the drift. */
	readonly driftSpread: number;
	readonly missing: number;
}

const monthly = { freq: 12, periods: 84, train: 48, sigma: 10, share: 1, driftSpread: 0, missing: 0 } as const;

export const worldKinds = {
	/** Municipalities, monthly. */
	A: monthly,
	/** One of six groups of each municipality, monthly. */
	B: { ...monthly, sigma: 5, share: 1 / 6 },
	/** Municipalities, ten years of quarters. */
	C: { ...monthly, freq: 4, periods: 40, train: 24 },
	/** Drift that differs between municipalities, and missing periods. */
	H: { ...monthly, driftSpread: 0.5, missing: 0.03 }
} as const satisfies Record<string, WorldKind>;

export type KindName = keyof typeof worldKinds;

/** Common to all kinds. */
export const SERIES = 342;
/** Exposures are the quantiles of a log-normal with this median and log standard deviation. */
export const MEDIAN_SIZE = 33_000;
export const SIZE_SPREAD = 0.85;
/** Log standard deviation of the level between series, at the start. */
export const LEVEL_SPREAD = 0.3;
/** Drift of a series' level and of the national rate in a month, and the national trend. */
export const DRIFT = 0.01;
export const NATIONAL_DRIFT = 0.004;
export const NATIONAL_TREND = 0.0027;
/** National rate in a month at the start, its season, and a shock that comes at 77 % of the periods and stays. */
export const RATE = 0.0042;
export const NATIONAL_SEASON = 0.12;
export const NATIONAL_SHOCK = 0.1;
export const SHOCK_AT = 0.77;
/** Standard deviation of each coefficient of a series' own season. */
export const SEASON_SPREAD = 0.03;
/** Variance of counts against that of a Poisson. */
export const DISPERSION = 1.3;
/** Part of the series that have an event, and its effect: a ramp of half a year that stays. */
export const EVENT_SHARE = 0.1;
export const EFFECT = 0.25;
