import type { Frequency } from '../panel.ts';
import { EFFECT_SD } from '../series/model.ts';
import type { Room } from '../series/settled.ts';
import type { Observations } from './diffuse-filter.ts';
import { expectedVariances, fitVariances, logLikelihood, weighVariances, type WeighedVariances } from './fit.ts';

/** Shifts of the level that are expected a year. */
const SHIFTS_A_YEAR = 0.05;

function withShift(series: Observations, at: number, variance = EFFECT_SD ** 2): Observations {
	const shocks = new Map(series.shocks);
	return { ...series, shocks: shocks.set(at, (shocks.get(at) ?? 0) + variance) };
}

/** The period before `end` at which a shift makes the series most likely, and what it adds to the log-likelihood. */
function likeliestShift(series: Observations, freq: Frequency, end: number): { at: number; gain: number } {
	const variances = expectedVariances(freq);
	const without = logLikelihood(series, freq, variances, end);
	let best = { at: 1, gain: -Infinity };
	for (let at = 1; at < end; at++) {
		const gain = logLikelihood(withShift(series, at), freq, variances, end) - without;
		if (gain > best.gain) best = { at, gain };
	}
	return best;
}

/** The ordinary course of a series: what is believed of its variances, and the series with the shifts that are history. */
export interface Ordinary {
	readonly variances: readonly WeighedVariances[];
	readonly series: Observations;
}

/**
 * Variances of the ordinary course of a series before `end`: shifts of the level that stand out are fitted as such, at most one
 * in three years. Without that one shock of the past passes for drift, and nothing that happens later stands out any more. A
 * shift is believed when the series is more likely with it than without, one in twenty years being expected. One that is more
 * than a year old at `end` is history, and the level may follow it at once; a later one is left for the model of events to see.
 */
export function fitOrdinary(series: Observations, freq: Frequency, end: number): Ordinary {
	const needed = -Math.log(SHIFTS_A_YEAR / freq);
	let shifted = series;
	let history = series;
	let best = fitVariances(series, freq, end);
	for (let most = Math.floor(end / (3 * freq)); most > 0; most--) {
		const { at, gain } = likeliestShift(shifted, freq, end);
		if (gain <= needed) break;
		const candidate = withShift(shifted, at);
		const fitted = fitVariances(candidate, freq, end);
		if (fitted.logPosterior - best.logPosterior <= needed) break;
		shifted = candidate;
		best = fitted;
		if (at < end - freq) history = withShift(history, at);
	}
	return { variances: weighVariances(shifted, freq, end, best.logs), series: history };
}

/** The same course, with room for the level to change where events began that have settled. */
export function settledIn({ variances, series }: Ordinary, room: Room): Ordinary {
	return {
		variances,
		series: room.reduce((shifted, { period, variance }) => withShift(shifted, period, variance), series)
	};
}
