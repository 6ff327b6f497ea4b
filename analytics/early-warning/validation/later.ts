import type { Frequency } from '../panel.ts';
import { harmonic, runFilter, type FilterState } from '../series/filter.ts';
import type { Beliefs } from '../series/judge.ts';
import { LEVEL_FLOOR, RISE, type Hyper, type RatioSeries } from '../series/model.ts';
import { normalCdf } from '../statistics/normal.ts';

/** What was said of the half year after a period, and what came: [series][period - from], NaN where nothing can be said. */
export interface Later {
	/** 1 where the released ratio, on average over the half year, is more than 10 % above that of the same periods a year before. */
	readonly came: readonly (readonly number[])[];
	/** Probability of it, as the model states it at the period itself. */
	readonly stated: readonly (readonly number[])[];
}

/**
 * Where no truth is known, what is said is held against later releases, noise and all: the noise of those releases is a part
 * of the forecast, so that a sound model is calibrated although nobody ever sees the level itself. In yearly series
 * the half year is a year, compared with the year before the period.
 *
 * Nothing is said where a period is missing or not released yet, where the year before has a ratio of zero or less, or where a
 * declared break lies between. Expected counts and noise of the later periods are taken as released: they follow from the
 * plan and from exposures, not from what is forecast.
 * @param beliefs what `judge` says from period `from` on
 */
export function laterRises(
	series: readonly RatioSeries[],
	freq: Frequency,
	from: number,
	hyper: Hyper,
	beliefs: Beliefs
): Later {
	const came: number[][] = [];
	const stated: number[][] = [];
	series.forEach((one, i) => {
		const outcome = Array<number>(one.ratio.length - from).fill(NaN);
		const forecast = [...outcome];
		runFilter(one, freq, hyper, 0, one.ratio.length, (t, state) => {
			const belief = beliefs[i]![t - from];
			if (belief === undefined || belief === null) return;
			const { before, after } = halfYears(one, freq, t);
			if (!(before > 0) || Number.isNaN(after)) return;
			const limit = (1 + RISE) * before;
			const { mean, variance } = predict(one, freq, t, hyper, state, belief);
			outcome[t - from] = after > limit ? 1 : 0;
			forecast[t - from] = normalCdf((mean - limit) / Math.sqrt(variance));
		});
		came.push(outcome);
		stated.push(forecast);
	});
	return { came, stated };
}

/** Periods in half a year; in yearly series the one year. */
const halfYear = (freq: Frequency) => Math.ceil(freq / 2);

/** Mean ratio of the half year after a period, and of the same periods a year before; NaN where they cannot be compared. */
function halfYears({ ratio, breaks }: RatioSeries, freq: Frequency, t: number): { before: number; after: number } {
	const length = halfYear(freq);
	// A year before the next year is this very period, which the forecast rests on; so yearly series look one further back.
	const back = freq === 1 ? 2 : freq;
	const start = t + 1 - back;
	const mean = (first: number) =>
		Array.from({ length }, (_, k) => ratio[first + k] ?? NaN).reduce((a, b) => a + b, 0) / length;
	const broken = [...breaks].some((at) => start < at && at <= t + length);
	return broken || start < 0 ? { before: NaN, after: NaN } : { before: mean(start), after: mean(t + 1) };
}

/** Moments of the mean released ratio over the half year after period t, from that period on. */
function predict(
	{ expected, noise, exposureNoise }: RatioSeries,
	freq: Frequency,
	t: number,
	hyper: Hyper,
	state: Readonly<FilterState>,
	{ level, levelVariance }: { readonly level: number; readonly levelVariance: number }
): { mean: number; variance: number } {
	const length = halfYear(freq);
	const { mean, covariance, size, lags } = state;
	const [a, b] = [lags + 1, lags + 2];
	const floored = Math.max(level, LEVEL_FLOOR);
	let [cos, sin, released, drift] = [0, 0, 0, 0];
	for (let k = 1; k <= length; k++) {
		const [c, s] = harmonic(t + k, freq);
		cos += c / length;
		sin += s / length;
		const counting = (hyper.phi * floored) / expected[t + k]!;
		released += (counting + noise[t + k]! + level ** 2 * exposureNoise[t + k]!) / length ** 2;
		// A step of the drift is in this and all later periods of the half year.
		drift += hyper.tau2 * floored ** 2 * ((length - k + 1) / length) ** 2;
	}
	const entry = (i: number, j: number) => covariance[i * size + j]!;
	const season =
		cos ** 2 * entry(a, a) +
		sin ** 2 * entry(b, b) +
		2 * cos * sin * entry(a, b) +
		2 * (cos * entry(0, a) + sin * entry(0, b));
	return { mean: level + cos * mean[a]! + sin * mean[b]!, variance: levelVariance + season + released + drift };
}
