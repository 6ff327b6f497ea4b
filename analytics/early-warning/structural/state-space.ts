import type { Frequency } from '../panel.ts';

/**
 * A linear Gaussian model of one series: what is observed is the sum of some states plus noise, and the states follow
 * state' = T state + drift. Nothing is known of where they start: the start is diffuse.
 */
export interface StateSpace {
	readonly size: number;
	/** T by its entries that are not zero. */
	readonly transition: readonly { readonly row: number; readonly column: number; readonly value: number }[];
	/** States that add up to the observation. */
	readonly observed: readonly number[];
	/** Variance of each state's drift in one period. */
	readonly drift: Float64Array;
	/** Diffuse part of the start: the covariance, up to a factor that goes to infinity. size x size, row-major. */
	readonly start: Float64Array;
}

/** Variances per period of what drifts in the basic structural model. */
export interface Drift {
	readonly level: number;
	readonly slope: number;
	readonly season: number;
}

/** Place of the level among the states of the basic structural model, and of the newest seasonal effect. */
export const LEVEL = 0;
const SLOPE = 1;
const SEASON = 2;

function identity(size: number): Float64Array {
	return Float64Array.from({ length: size * size }, (_, i) => (i % (size + 1) === 0 ? 1 : 0));
}

/**
 * The basic structural model (Harvey 1989): a level with a slope that both drift, and seasonal effects of which a year's sum
 * drifts around zero. Yearly series have no season.
 */
export function basicStructural(freq: Frequency, drift: Drift): StateSpace {
	const size = freq === 1 ? 2 : freq + 1;
	const transition = [
		{ row: LEVEL, column: LEVEL, value: 1 },
		{ row: LEVEL, column: SLOPE, value: 1 },
		{ row: SLOPE, column: SLOPE, value: 1 }
	];
	for (let i = SEASON; i < size; i++) {
		transition.push({ row: SEASON, column: i, value: -1 });
		if (i + 1 < size) transition.push({ row: i + 1, column: i, value: 1 });
	}
	const variances = new Float64Array(size);
	variances.set([drift.level, drift.slope]);
	if (freq > 1) variances[SEASON] = drift.season;
	return {
		size,
		transition,
		observed: freq === 1 ? [LEVEL] : [LEVEL, SEASON],
		drift: variances,
		start: identity(size)
	};
}

/**
 * The same model with the values that one state had 1..lags periods ago as further states, in that order. The filter then
 * also tells what the past was, given all since: it smooths.
 */
export function withLags(model: StateSpace, state: number, lags: number): StateSpace {
	const size = model.size + lags;
	const transition = [...model.transition];
	const start = new Float64Array(size * size);
	/** Before the first period the past is as the first period. */
	const origin = (i: number) => (i < model.size ? i : state);
	for (let i = 0; i < size; i++) {
		if (i >= model.size) transition.push({ row: i, column: i === model.size ? state : i - 1, value: 1 });
		for (let j = 0; j < size; j++) start[i * size + j] = model.start[origin(i) * model.size + origin(j)]!;
	}
	const drift = new Float64Array(size);
	drift.set(model.drift);
	return { ...model, size, transition, drift, start };
}
