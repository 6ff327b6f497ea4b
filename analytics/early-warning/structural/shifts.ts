import type { Frequency } from '../panel.ts';
import { EFFECT_SD } from '../series/model.ts';
import type { Observations } from './diffuse-filter.ts';
import { expectedVariances, fitVariances, logLikelihood, type Variances } from './fit.ts';

/** Shifts of the level that are expected a year. */
const SHIFTS_A_YEAR = 0.05;

function withShift(series: Observations, at: number): Observations {
	const shocks = new Map(series.shocks);
	return { ...series, shocks: shocks.set(at, (shocks.get(at) ?? 0) + EFFECT_SD ** 2) };
}

/** The period before `end` at which a shift of the level makes the series most likely. */
function likeliestShift(series: Observations, freq: Frequency, end: number): number {
	const variances = expectedVariances(freq);
	let best = { at: 1, value: -Infinity };
	for (let at = 1; at < end; at++) {
		const value = logLikelihood(withShift(series, at), freq, variances, end);
		if (value > best.value) best = { at, value };
	}
	return best.at;
}

/** The ordinary course of a series: its variances, and the series with the shifts that are history. */
interface Ordinary {
	readonly variances: Variances;
	readonly series: Observations;
}

/**
 * Variances of the ordinary course of a series before `end`: shifts of the level that stand out are fitted as such, at most one
 * in three years. Without that one shock of the past passes for drift, and nothing that happens later stands out any more. A
 * shift is believed when the series is more likely with it than without, one in twenty years being expected. One that is more
 * than a year old at `end` is history, and the level may follow it at once; a later one is left for the model of events to see.
 */
export function fitOrdinary(series: Observations, freq: Frequency, end: number): Ordinary {
	let shifted = series;
	let history = series;
	let best = fitVariances(series, freq, end);
	for (let most = Math.floor(end / (3 * freq)); most > 0; most--) {
		const at = likeliestShift(shifted, freq, end);
		const candidate = withShift(shifted, at);
		const fitted = fitVariances(candidate, freq, end);
		if (fitted.logPosterior + Math.log(SHIFTS_A_YEAR / freq) <= best.logPosterior) break;
		shifted = candidate;
		best = fitted;
		if (at < end - freq) history = withShift(history, at);
	}
	return { variances: best.variances, series: history };
}
