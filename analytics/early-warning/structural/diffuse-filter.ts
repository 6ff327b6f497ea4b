import { LOG_2PI } from '../statistics/normal.ts';
import type { StateSpace } from './state-space.ts';

/** A series as the filter takes it; NaN where missing. */
export interface Observations {
	readonly value: Float64Array;
	/** Known variance of the noise on each value. */
	readonly noise: Float64Array;
	/** Variance that the first state gets on top at a period: where its past says less of it. */
	readonly shocks: ReadonlyMap<number, number>;
}

/** The states after a period. The arrays are reused from period to period; who wants to keep them copies them. */
export interface FilterState {
	readonly mean: Float64Array;
	/** Finite part of the covariance, size x size, row-major. */
	readonly covariance: Float64Array;
	/** Part of the covariance that is infinite; all zero once the data have told every state. */
	readonly diffuse: Float64Array;
	isDiffuse: boolean;
	/** Weight of the innovation in each state; all zero where the period is missing. */
	readonly gain: Float64Array;
	/** Observed minus predicted value and its variance; NaN where missing or where the prediction is diffuse. */
	innovation: number;
	variance: number;
}

/** Below this an infinite part is rounding: its entries start at 1 and are built from small whole numbers. */
const ZERO = 1e-9;

function start({ size, start: diffuse }: StateSpace): FilterState {
	return {
		mean: new Float64Array(size),
		covariance: new Float64Array(size * size),
		diffuse: Float64Array.from(diffuse),
		isDiffuse: true,
		gain: new Float64Array(size),
		innovation: NaN,
		variance: NaN
	};
}

/** One period on for a vector of states: T x. */
export function advanceMean({ transition, size }: StateSpace, mean: Float64Array): void {
	const next = new Float64Array(size);
	for (const { row, column, value } of transition) next[row]! += value * mean[column]!;
	mean.set(next);
}

/** One period on for a covariance: T P T'. */
function advanceCovariance({ transition, size }: StateSpace, matrix: Float64Array): void {
	const half = new Float64Array(size * size);
	for (const { row, column, value } of transition)
		for (let j = 0; j < size; j++) half[row * size + j]! += value * matrix[column * size + j]!;
	matrix.fill(0);
	for (const { row, column, value } of transition)
		for (let i = 0; i < size; i++) matrix[i * size + row]! += value * half[i * size + column]!;
}

function advance(model: StateSpace, state: FilterState): void {
	advanceMean(model, state.mean);
	advanceCovariance(model, state.covariance);
	if (state.isDiffuse) advanceCovariance(model, state.diffuse);
	for (let i = 0; i < model.size; i++) state.covariance[i * model.size + i]! += model.drift[i]!;
}

/** Covariance of every state with the observation, and the observation's own variance that comes from the states. */
function project({ size, observed }: StateSpace, matrix: Float64Array): { column: Float64Array; variance: number } {
	const column = new Float64Array(size);
	for (let i = 0; i < size; i++) for (const j of observed) column[i]! += matrix[i * size + j]!;
	return { column, variance: observed.reduce((sum, j) => sum + column[j]!, 0) };
}

/** Takes in one value and returns its log-likelihood; a missing one changes nothing. */
function update(model: StateSpace, state: FilterState, value: number, noise: number): number {
	const { mean, covariance, gain } = state;
	state.innovation = state.variance = NaN;
	gain.fill(0);
	if (Number.isNaN(value)) return 0;
	const innovation = value - model.observed.reduce((sum, i) => sum + mean[i]!, 0);
	const finite = project(model, covariance);
	const variance = finite.variance + noise;
	const infinite = state.isDiffuse ? project(model, state.diffuse) : undefined;
	const step =
		infinite && infinite.variance > ZERO
			? updateDiffuse(state, infinite, finite.column, variance)
			: updateKnown(state, finite.column, innovation, variance);
	for (let i = 0; i < model.size; i++) mean[i]! += gain[i]! * innovation;
	return step;
}

function updateKnown(state: FilterState, column: Float64Array, innovation: number, variance: number): number {
	const { covariance, gain } = state;
	const size = column.length;
	for (let i = 0; i < size; i++) {
		gain[i] = column[i]! / variance;
		for (let j = 0; j < size; j++) covariance[i * size + j]! -= gain[i]! * column[j]!;
	}
	state.innovation = innovation;
	state.variance = variance;
	return -0.5 * (LOG_2PI + Math.log(variance) + (innovation * innovation) / variance);
}

/** The exact limit of the update when the prediction's variance goes to infinity (Durbin & Koopman 2012, section 5.2). */
function updateDiffuse(
	state: FilterState,
	infinite: { column: Float64Array; variance: number },
	column: Float64Array,
	variance: number
): number {
	const { covariance, diffuse, gain } = state;
	const size = column.length;
	for (let i = 0; i < size; i++) gain[i] = infinite.column[i]! / infinite.variance;
	for (let i = 0; i < size; i++) {
		for (let j = 0; j < size; j++) {
			covariance[i * size + j]! += gain[i]! * gain[j]! * variance - gain[i]! * column[j]! - column[i]! * gain[j]!;
			diffuse[i * size + j]! -= gain[i]! * infinite.column[j]!;
		}
	}
	if (diffuse.every((entry) => Math.abs(entry) < ZERO)) {
		diffuse.fill(0);
		state.isDiffuse = false;
	}
	return -0.5 * Math.log(infinite.variance);
}

/**
 * The Kalman filter with exact diffuse start (Koopman 1997; Durbin & Koopman 2012, chapter 5) over the periods 0 <= t < end.
 * Returns the diffuse log-likelihood, in which values that only tell a start count without 2 pi; `visit` sees the states after each period, given it and all before.
 */
export function runDiffuseFilter(
	model: StateSpace,
	{ value, noise, shocks }: Observations,
	end: number,
	visit?: (t: number, state: Readonly<FilterState>) => void
): number {
	const state = start(model);
	let logLikelihood = 0;
	for (let t = 0; t < end; t++) {
		if (t > 0) advance(model, state);
		state.covariance[0]! += shocks.get(t) ?? 0;
		logLikelihood += update(model, state, value[t]!, noise[t]!);
		visit?.(t, state);
	}
	return logLikelihood;
}
