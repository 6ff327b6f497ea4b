import type { Frequency } from '../panel.ts';
import { localFdr } from '../statistics/fdr.ts';
import { EFFECT_SD, type Hyper, type RatioSeries } from './model.ts';
import { accounts, mix, type Accounts, type Moments } from './posterior.ts';
import { fitTemplates, type TemplateFit } from './templates.ts';
import { traceSeries, type Trace } from './trace.ts';

/** One series with what the filter and the event templates make of it, from period `from` on. */
export interface Followed {
	readonly series: RatioSeries;
	readonly hyper: Hyper;
	readonly from: number;
	readonly trace: Trace;
	readonly fit: TemplateFit;
}

export function follow(series: RatioSeries, freq: Frequency, from: number, hyper: Hyper): Followed {
	const trace = traceSeries(series, freq, hyper);
	return { series, hyper, from, trace, fit: fitTemplates(trace, from) };
}

/** Below this probability an event is not believed, and the level's drift has to account for what was seen. */
const BELIEVED_ABOVE = 0.5;

/** Room for the level to change in some periods: variances relative to the square of the level. */
export type Room = readonly { readonly period: number; readonly variance: number }[];

/**
 * The room that an event takes with it when it gets too old for the templates, after period t; none where it is not believed.
 *
 * Templates reach back one year. A slowly drifting level takes far longer to follow a jump, so a year after an event its
 * level of a year ago still lags behind the truth, and the rise since then would come out far too large. Therefore an event
 * that is believed when the templates last reach its onset settles in the level: from the next period on the filter runs as if
 * the level had that much more room to change where the event began, by the probability of that onset. It is what merging the
 * branches of a mixture does once they are too old to be kept apart (generalised pseudo-Bayes; Bar-Shalom, Li & Kirubarajan
 * 2001, ch. 11). Signals do not follow from it: their probabilities are those of the plain templates.
 * @param event probability of an event that began in the last year, @param onset that of each onset given an event
 */
export function settling(event: number, onset: readonly number[], freq: Frequency, t: number): Room {
	const oldest = event * onset[freq - 1]!;
	if (event <= BELIEVED_ABOVE || oldest === 0) return [];
	// An event takes at most half a year to reach its full size.
	const periods = Math.ceil(freq / 2);
	return Array.from({ length: periods }, (_, k) => ({
		period: t - freq + 1 + k,
		variance: (oldest * EFFECT_SD ** 2) / periods
	}));
}

/**
 * Level and yearly rise of one series, in which events older than a year settle. [period - from]; null where it is not judged.
 * @param plain accounts of the series before anything has settled
 * @param weights share of series in an event, by period
 */
export function settledMoments(
	followed: Followed,
	plain: readonly (Accounts | null)[],
	weights: readonly number[]
): (Moments | null)[] {
	const { freq } = followed.trace;
	let settled: Followed | null = null;
	return plain.map((unsettled, k) => {
		if (unsettled === null) return null;
		const t = followed.from + k;
		const account: Accounts = settled === null ? unsettled : accounts(settled.trace, settled.fit, t);
		const event = 1 - localFdr(weights[k]!, account.logBayesFactor);
		const room = settling(event, account.onset, freq, t);
		if (room.length > 0) settled = withRoom(settled ?? followed, room);
		return mix([account.quiet, account.event], [1 - event, event]);
	});
}

function withRoom({ series, hyper, from, trace }: Followed, room: Room): Followed {
	const settled = series.settled?.slice() ?? new Float64Array(trace.periods);
	for (const { period, variance } of room) settled[period]! += variance;
	return follow({ ...series, settled }, trace.freq, from, hyper);
}
