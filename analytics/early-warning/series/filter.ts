import type { Frequency } from '../panel.ts';
import { BREAK_VARIANCE, LEVEL_FLOOR, START_VARIANCE, type Hyper, type RatioSeries } from './model.ts';
import { LOG_2PI } from '../statistics/normal.ts';

/**
 * State of the Kalman filter after a period: [level now, level 1..lags periods ago, cosine, sine]. The arrays are reused
 * from period to period; who wants to keep them copies them.
 */
export interface FilterState {
	readonly lags: number;
	readonly size: number;
	readonly mean: Float64Array;
	/** size x size, row-major. */
	readonly covariance: Float64Array;
	/** Weight of the innovation in each state; all zero where the period is missing. */
	readonly gain: Float64Array;
	/** Level as predicted before the period is seen. */
	forecast: number;
	/** Observed minus predicted ratio and its variance; NaN where missing. */
	innovation: number;
	variance: number;
}

/** cos and sin of the season, for period t of `freq` in a year, as [cos, sin]. Years have no season: their coefficients stay 0. */
export function harmonic(t: number, freq: Frequency): readonly [number, number] {
	const angle = (2 * Math.PI * (t % freq)) / freq;
	return [Math.cos(angle), Math.sin(angle)];
}

function start(lags: number, ws: number): FilterState {
	const size = lags + 3;
	const mean = new Float64Array(size).fill(1, 0, lags + 1);
	const covariance = new Float64Array(size * size);
	for (let i = 0; i <= lags; i++) covariance.fill(START_VARIANCE, i * size, i * size + lags + 1);
	for (const i of [lags + 1, lags + 2]) covariance[i * size + i] = ws;
	const gain = new Float64Array(size);
	return { lags, size, mean, covariance, gain, forecast: 1, innovation: NaN, variance: NaN };
}

/** One period on: every level moves one place back, the newest stays as it is and may change by a relative variance. */
function advance(state: FilterState, relative: number): void {
	const { lags, size, mean, covariance } = state;
	const drift = relative * Math.max(mean[0]!, LEVEL_FLOOR) ** 2;
	mean.copyWithin(1, 0, lags);
	for (let i = lags; i >= 1; i--) covariance.copyWithin(i * size, (i - 1) * size, i * size);
	for (let i = 0; i < size; i++) covariance.copyWithin(i * size + 1, i * size, i * size + lags);
	covariance[0]! += drift;
}

/**
 * Takes in one ratio and returns its log-likelihood; a missing one (NaN) changes nothing. `sampling` is the variance of the
 * ratio at level 1 that comes from counting, `noise` that of the privacy noise on the count, `exposureNoise` that of the
 * noise on the exposure at level 1: it grows with the square of the ratio, which the level before the period stands for.
 */
function update(
	state: FilterState,
	season: readonly [number, number],
	ratio: number,
	sampling: number,
	noise: number,
	exposureNoise: number
): number {
	const { lags, size, mean, covariance, gain } = state;
	const [cos, sin] = season;
	const a = lags + 1;
	state.forecast = mean[0]!;
	if (Number.isNaN(ratio)) {
		gain.fill(0);
		state.innovation = state.variance = NaN;
		return 0;
	}
	for (let i = 0; i < size; i++) {
		const row = i * size;
		gain[i] = covariance[row]! + cos * covariance[row + a]! + sin * covariance[row + a + 1]!;
	}
	const level = Math.max(mean[0]!, LEVEL_FLOOR);
	const observation = sampling * level + noise + exposureNoise * level * level;
	const variance = gain[0]! + cos * gain[a]! + sin * gain[a + 1]! + observation;
	const innovation = ratio - mean[0]! - cos * mean[a]! - sin * mean[a + 1]!;
	for (let i = 0; i < size; i++) {
		const weight = gain[i]! / variance;
		for (let j = 0; j < size; j++) covariance[i * size + j]! -= weight * gain[j]!;
	}
	for (let i = 0; i < size; i++) {
		gain[i]! /= variance;
		mean[i]! += gain[i]! * innovation;
	}
	state.innovation = innovation;
	state.variance = variance;
	return -0.5 * (LOG_2PI + Math.log(variance) + (innovation * innovation) / variance);
}

/**
 * Runs the filter over the periods 0 <= t < end and returns the log-likelihood. The variances follow the level as it was
 * estimated so far, so the likelihood is exact by prediction errors. `visit` sees the state after each period.
 */
export function runFilter(
	series: RatioSeries,
	freq: Frequency,
	hyper: Hyper,
	lags: number,
	end: number,
	visit?: (t: number, state: Readonly<FilterState>) => void
): number {
	const { ratio, expected, noise, exposureNoise, breaks, settled } = series;
	const seasons = Array.from({ length: freq }, (_, t) => harmonic(t, freq));
	const state = start(lags, freq === 1 ? 0 : hyper.ws);
	let logLikelihood = 0;
	for (let t = 0; t < end; t++) {
		if (t > 0) advance(state, hyper.tau2 + (settled?.[t] ?? 0));
		if (breaks.has(t)) state.covariance[0]! += BREAK_VARIANCE;
		const sampling = hyper.phi / expected[t]!;
		logLikelihood += update(state, seasons[t % freq]!, ratio[t]!, sampling, noise[t]!, exposureNoise[t]!);
		visit?.(t, state);
	}
	return logLikelihood;
}
