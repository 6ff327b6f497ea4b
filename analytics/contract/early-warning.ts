import type { Figure } from './figure.ts';
import type { IndicatorCard } from './indicator-card.ts';

/**
 * What early warning makes of releases when one is published: rows for the store. Everything follows from noisy counts with
 * known variances; regions, indicators, attributes and codes are those of the figures.
 */

/** One indicator of one group in one region; attribute and code are empty for all units together. */
export interface Cell {
	readonly indicator: string;
	readonly region: string;
	readonly attribute: string;
	readonly code: string;
}

/**
 * quiet: nothing rises that we can see. signal: an open signal. supply: it rises together with many others of its source, so
 * the delivery is suspected first. too_small: only a rise of more than half would be seen; a larger region watches for it.
 */
export type WatchState = 'quiet' | 'signal' | 'supply' | 'too_small';

/** How one series stands in the period of its release, by the early-warning model. */
export interface WatchRow extends Cell {
	/** nation: estimate is the ratio of the region's rate to the nation's (1 = the same). itself: estimate is the share, by a structural model. */
	readonly against: 'nation' | 'itself';
	readonly estimate: number;
	readonly estimateSd: number;
	readonly lower80: number;
	readonly upper80: number;
	readonly lower95: number;
	readonly upper95: number;
	/** Relative change in a year (0.1 = 10 % up) and its standard deviation; null across a declared break. */
	readonly rise: number | null;
	readonly riseSd: number | null;
	/** P(rise > 10 %). */
	readonly pRise10: number | null;
	/** Probability that an event is going on: 1 - local false discovery rate. */
	readonly pEvent: number;
	/** Smallest rise that would be found within half a year in 4 of 5 cases; null when every period was missing. */
	readonly detectable: number | null;
	readonly state: WatchState;
	/** Period in which the open signal was opened; null without one. */
	readonly opened: string | null;
	/** Most likely first period of the rise; null without an open signal. */
	readonly onset: string | null;
	/** Of an open signal: the lowest region that explains it; the region itself, a part of it, or one that it rises no more than. */
	readonly explainedBy: string | null;
	/** Of a series that is too small: the nearest larger region that is not; null when there is none. */
	readonly watchedBy: string | null;
}

/** A share estimated with what similar regions tell (Fay-Herriot), benchmarked to the nation. */
export interface SmallAreaRow extends Cell {
	readonly estimate: number;
	/** Root of the mean squared error. */
	readonly se: number;
	/** Part of the estimate that is the region's own figure, 0 to 1. */
	readonly weight: number;
}

/** Place of a region among the regions of its level that lie in the same region `within`; 1 = the highest share. */
export interface RankRow {
	readonly indicator: string;
	readonly region: string;
	/** Code of the region whose parts are compared: the country for gemeenten, a gemeente for its wijken and buurten. */
	readonly within: string;
	/** Number of regions compared. */
	readonly of: number;
	readonly expectedRank: number;
	/** 95 % confidence set of this region's place. */
	readonly bestRank: number;
	readonly worstRank: number;
	/** Size of the top that pTop is about. */
	readonly top: number;
	/** Probability of being among the `top` highest. */
	readonly pTop: number;
}

/**
 * Units some time after a life event beside units without it, in one region. The difference and ratio are associations: what
 * goes together, not what causes what.
 */
export interface EventRiskRow extends Cell {
	/** Share among units without the event. */
	readonly comparison: number;
	readonly comparisonSe: number;
	readonly share: number;
	readonly shareSe: number;
	/** Risk difference with its standard error. */
	readonly difference: number;
	readonly differenceSe: number;
	/** Ratio with its 95 % Fieller interval; null when it cannot be estimated. */
	readonly ratio: number | null;
	readonly ratioLower: number | null;
	readonly ratioUpper: number | null;
	/** P(ratio > 1). */
	readonly pHigher: number;
	/** Difference if both groups had the ages of the units with the event; null where no table has both. */
	readonly standardised: number | null;
	readonly standardisedSe: number | null;
}

/** A figure of the units of one group some time after a life event: two characteristics at once, as tables measure them. */
export interface EventGroupFigure extends Figure {
	/** Attribute of the event, such as event_job_loss. */
	readonly event: string;
	/** Code of it: months since the event. */
	readonly since: string;
	/** Covariance of the noise of the two counts. */
	readonly covariance: number;
}

/** Units of one group some time after a life event, in one region: what an outreach plan chooses among. */
export interface EventGroupRow extends Cell, Pick<EventGroupFigure, 'event' | 'since'> {
	/** Noisy counts, of units that the indicator counts and of all, with the standard errors of their noise. */
	readonly numerator: number;
	readonly numeratorSe: number;
	readonly denominator: number;
	readonly denominatorSe: number;
	/** Number of all units and share that counts, as expected given all regions: posterior means. */
	readonly units: number;
	readonly estimate: number;
	/** Root of the mean squared error of the share. */
	readonly se: number;
	/** Part of the share that is the cell's own figure, 0 to 1. */
	readonly weight: number;
}

/** Difference between units with and without a life event, k years from the event, against the year before it. */
export interface EventStudyRow {
	readonly indicator: string;
	readonly region: string;
	readonly event: string;
	/** Years from the event; -1 is the year that others are compared with. */
	readonly k: number;
	readonly difference: number;
	readonly se: number;
	/** p-value that the groups ran parallel before the event; null when fewer than two years before it are known. */
	readonly pretrendP: number | null;
	/** Mean of the differences from the year of the event on, with its standard error; the same in every row of a study. */
	readonly after: number;
	readonly afterSe: number;
}

/**
 * Noisy counts around one life event in one region, made ready for `life-events`: by months since the event (`windows`, the
 * last one being units without it) and by cell. Row-major over windows and cells; may be negative.
 */
interface EventCells {
	readonly indicator: string;
	readonly region: string;
	/** Attribute of the event, such as event_job_loss. */
	readonly event: string;
	/** Codes of the event's attribute: months since it, and last the comparison group. */
	readonly windows: readonly string[];
}

/** Counts by age: of all units whose answer is known, and of those among them that the indicator counts. */
export interface EventAgeCells extends EventCells {
	/** Codes of the ages; each has two counts side by side: counted, and all. */
	readonly ages: readonly string[];
	readonly counts: NoisyCounts;
}

/** Counts by path: whether the indicator counted a unit at each of some year ends. */
export interface EventPathCells extends EventCells {
	/** One digit for each year end, the latest last: 1 where the unit was counted, 0 where it was not. */
	readonly paths: readonly string[];
	readonly counts: NoisyCounts;
}

/** Counts with the covariance of their noise, row-major. */
export interface NoisyCounts {
	readonly values: Float64Array;
	readonly covariance: Float64Array;
}

/** Everything that early warning says of one release and period. */
export interface Warning {
	readonly watch: readonly WatchRow[];
	readonly smallAreas: readonly SmallAreaRow[];
	readonly ranks: readonly RankRow[];
	readonly eventRisks: readonly EventRiskRow[];
	readonly eventStudies: readonly EventStudyRow[];
	readonly eventGroups: readonly EventGroupRow[];
	readonly cards: readonly CardRow[];
}

/** The indicator card: how far an indicator's warnings can be trusted. Its content is in `indicator-card.ts`. */
export interface CardRow {
	readonly indicator: string;
	readonly card: IndicatorCard;
}
