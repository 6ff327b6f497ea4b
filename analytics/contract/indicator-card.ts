/**
 * How far an indicator's warnings can be trusted, computed from releases alone. One per indicator of a release; plain JSON.
 * Nothing here is about one region by itself.
 */
export interface IndicatorCard {
	/** Periods a year: 12, 4 or 1; null when there are too few periods for a model. */
	readonly freq: 12 | 4 | 1 | null;
	/** First and last period that the card rests on. */
	readonly from: string;
	readonly to: string;
	/** First period whose signals are told; the periods before it are what the model is fitted on. Null without a model. */
	readonly toldFrom: string | null;
	/** By level of regions, for all units together, the largest regions first. */
	readonly levels: readonly CardLevel[];
	/** Level that the scores and the audit below are about: the one with the fewest regions that are too small. Null without scores. */
	readonly scored: string | null;
	/** First and last period from which the next half year could be checked; null without scores. */
	readonly scoredFrom: string | null;
	readonly scoredTo: string | null;
	/** How the model and plain rules would have done, against what later figures showed. Empty without enough later periods. */
	readonly rules: readonly CardRule[];
	/** P(later releases show a rise of more than 10 %) as stated, beside how often they did; in order of `stated`. */
	readonly calibration: readonly CardBin[];
	/** Scores of that probability; null without enough later periods. */
	readonly scores: CardScores | null;
	/** Whom the warnings serve less well: by group, and by fifths of regions from small to large. */
	readonly groups: readonly CardAudit[];
	readonly sizes: readonly CardAudit[];
}

/** One level of regions. */
export interface CardLevel {
	readonly level: string;
	/** nation: EWS-1, against the nation. itself: a structural model of each region. Null with too few periods for either. */
	readonly against: 'nation' | 'itself' | null;
	readonly regions: number;
	/** Part of all periods of all regions that has a figure. */
	readonly known: number;
	/** Declared breaks in supply, summed over the regions. */
	readonly breaks: number;
	/** Medians over the regions, in the last period: the count, and the standard deviation of its privacy noise. */
	readonly count: number | null;
	readonly noise: number | null;
	/** Fitted drift, over-dispersion and season of EWS-1; null without it. */
	readonly hyper: { readonly tau2: number; readonly phi: number; readonly ws: number } | null;
	/** Median over the regions of the smallest rise that is found within half a year; null when unknown. */
	readonly detectable: number | null;
	/** Part of the regions in which only a rise of more than a half would be found, so that a larger region watches; null without a model. */
	readonly tooSmall: number | null;
	/** Smallest rise that is found by a count of this size, with this level's noise; empty without EWS-1. */
	readonly detectableAt: readonly DetectableAt[];
	/** Signals opened in a period, on average over the told periods; null without a model. */
	readonly opened: number | null;
	/** Signals that would open in a period if nothing rose anywhere, by simulation; null without a model. */
	readonly expectedFalse: number | null;
	/** Simulated histories that `expectedFalse` is the mean of, and its standard error. */
	readonly simulations: number;
	readonly expectedFalseSe: number | null;
}

/** model: the early-warning model. tested: change in a year, tested with the noise known. The others know no noise. */
export type RuleName = 'model' | 'tested' | 'year_ago_20' | 'previous_20';

export interface CardRule {
	readonly rule: RuleName;
	/** Region-periods in which it would have warned, of `cases`. A signal of the model warns for half a year. */
	readonly warnings: number;
	readonly cases: number;
	/** Part of the warnings after which the released figures of the next half year are more than 10 % above those of a year before; null without warnings. */
	readonly confirmed: number | null;
	/** The same of as many warnings as the model gives, the strongest first; null when it gives none. */
	readonly confirmedAtSame: number | null;
	/** The same for all region-periods: what a rule that knows nothing would reach. Null without cases. */
	readonly base: number | null;
	/** Part of all later rises that a warning came before. */
	readonly found: number | null;
}

export interface CardBin {
	readonly stated: number;
	readonly realised: number;
	readonly count: number;
}

export interface CardScores {
	readonly cases: number;
	readonly brier: number;
	/** 1 - Brier / Brier of always saying the base rate. */
	readonly skill: number | null;
	/** Parts of the Brier score: brier = miscalibration - discrimination + uncertainty. */
	readonly miscalibration: number;
	readonly discrimination: number;
	readonly uncertainty: number;
	/** Area under the ROC curve with its 95 % interval; noise in the later releases pulls it towards 0.5. */
	readonly auc: number | null;
	readonly aucLower: number | null;
	readonly aucUpper: number | null;
}

/** One part of the series of a level: the scored one, or, of groups that are not there, the most detailed one they are watched at. */
export interface CardAudit {
	/** Of a group its attribute and code; of a fifth of the regions two empty strings. */
	readonly attribute: string;
	readonly code: string;
	/** Of a fifth of the regions: 1 (smallest) to 5. */
	readonly fifth: number | null;
	readonly level: string;
	readonly series: number;
	/** Medians in the last period: the count, and the standard deviation of its privacy noise. */
	readonly count: number | null;
	readonly noise: number | null;
	/** Median smallest rise that is found, and the part of the series that is too small to be watched alone. */
	readonly detectable: number | null;
	readonly tooSmall: number;
	/** Part of the region-periods with an open signal. */
	readonly signalled: number;
	/** Mean width of the 95 % interval of the ratio to the nation; null without one, as of series held against themselves. */
	readonly width: number | null;
	/** Part of the later rises that an open signal came before, and of the open signals that came true; null where there are none. */
	readonly found: number | null;
	readonly confirmed: number | null;
	/** Mean stated probability of a later rise less how often it came: above 0, risk is overstated. Null without later periods. */
	readonly calibration: number | null;
}

/** What can be found by a count of one size. */
export interface DetectableAt {
	readonly count: number;
	/** Within half a year; in yearly series within the year. */
	readonly rise: number;
	/** Within each number of months that the series can tell; absent in cards of before. */
	readonly within?: readonly { readonly months: number; readonly rise: number }[];
}
