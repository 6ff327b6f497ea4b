import type { Frequency } from '../panel.ts';

/** One national or provincial series: released noisy counts, never clamped; NaN where missing. */
export interface StructuralInput {
	readonly count: Float64Array;
	/** Standard deviation of the privacy noise on the count; a period of which it is unknown (NaN) counts as missing. */
	readonly sigma: Float64Array;
	/** Units that the count is a part of, as released, and the standard deviation of their noise. */
	readonly exposure: Float64Array;
	readonly exposureSigma: Float64Array;
	readonly freq: Frequency;
	/** First periods after a declared break in supply, counted from 0; one outside the series changes nothing. */
	readonly breaks: ReadonlySet<number>;
	/** First period that is told. */
	readonly from: number;
	/** The variances are fitted on the periods before this one; `from` unless given, and never earlier. */
	readonly fitTo?: number;
}

/** End of the periods that the variances are fitted on. */
export function fittedTo({ from, fitTo = from }: StructuralInput): number {
	return Math.max(from, fitTo);
}

/** What the structural model says of one period, from that period and those before it. No value is NaN. */
export interface StructuralPeriod {
	/** Season-free share, and its standard deviation. In a missing period: the prediction. */
	readonly estimate: number;
	readonly estimateSd: number;
	/** Relative change in a year (0.1 = 10 % up) and its standard deviation; null across a declared break. */
	readonly rise: number | null;
	readonly riseSd: number | null;
	/** P(rise > 10 %). */
	readonly pRise10: number | null;
	/** Log Bayes factor of an event that began in the last year against none; above 0 speaks for an event. */
	readonly logBayesFactor: number;
	/** Probability of an event when one in 20 is expected beforehand; estimate and rise average over it. */
	readonly pEvent: number;
	/** Weight of each onset given an event: entry k - 1 is an event that began k periods ago, k = 1 being this period. Sums to 1. */
	readonly onset: readonly number[];
	/** Smallest relative rise that would be found within half a year in 4 of 5 cases; null when no period tells. */
	readonly detectable: number | null;
}
