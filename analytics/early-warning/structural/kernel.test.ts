import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nelderMead } from '../statistics/nelder-mead.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { runDiffuseFilter, type Observations } from './diffuse-filter.ts';
import { basicStructural, withLags, type StateSpace } from './state-space.ts';

function reference(name: string) {
	const path = `../shared/reference/early-warning/${name}.json`;
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

function observations(y: (number | null)[], noise: (t: number) => number): Observations {
	return {
		value: Float64Array.from(y, (value) => value ?? NaN),
		noise: Float64Array.from(y, (_, t) => noise(t)),
		shocks: new Map()
	};
}

/** Mean and variance of one state in every period, given the whole series: the filter's last word on the state's past. */
function smoothed(model: StateSpace, state: number, series: Observations): { mean: number[]; variance: number[] } {
	const periods = series.value.length;
	const lagged = withLags(model, state, periods - 1);
	const places = Array.from({ length: periods }, (_, t) => (t === periods - 1 ? state : lagged.size - 1 - t));
	let mean: number[] = [];
	let variance: number[] = [];
	runDiffuseFilter(lagged, series, periods, (t, { mean: means, covariance }) => {
		if (t < periods - 1) return;
		mean = places.map((i) => means[i]!);
		variance = places.map((i) => covariance[i * lagged.size + i]!);
	});
	return { mean, variance };
}

/** Largest distance, relative to the size of the reference's largest entry. */
function farthest(actual: readonly number[], expected: readonly number[]): number {
	expect(actual.length).toBe(expected.length);
	const scale = Math.max(...expected.map(Math.abs));
	return Math.max(...expected.map((value, i) => Math.abs(actual[i]! - value))) / scale;
}

const nile = reference('kalman_nile_local_level');

describe.runIf(nile !== null)('local level: the Nile', () => {
	const { input, expected, tolerance } = nile ?? {};
	const localLevel = (Q: number = input.Q): StateSpace => ({
		size: 1,
		transition: [{ row: 0, column: 0, value: 1 }],
		observed: [0],
		drift: Float64Array.of(Q),
		start: Float64Array.of(1)
	});

	it('filters states, innovations and the diffuse likelihood', () => {
		const seen = { mean: [] as number[], variance: [] as number[], v: [] as number[], F: [] as number[] };
		const series = observations(input.y, () => input.H);
		const logLikelihood = runDiffuseFilter(localLevel(), series, 100, (_, state) => {
			seen.mean.push(state.mean[0]!);
			seen.variance.push(state.covariance[0]!);
			seen.v.push(state.innovation);
			seen.F.push(state.variance);
		});
		expect(farthest(seen.mean, expected.att)).toBeLessThan(tolerance.states_rel);
		expect(farthest(seen.variance, expected.Ptt)).toBeLessThan(tolerance.states_rel);
		// The first innovation has infinite variance: there is nothing to compare.
		expect(farthest(seen.v.slice(1), expected.v.slice(1))).toBeLessThan(tolerance.states_rel);
		expect(farthest(seen.F.slice(1), expected.F.slice(1))).toBeLessThan(tolerance.states_rel);
		expect(Math.abs(logLikelihood / expected.logLik_exact_diffuse - 1)).toBeLessThan(tolerance.states_rel);
	});

	it('has its maximum of likelihood at the reference variances', () => {
		const loss = ([H, Q]: readonly number[]) =>
			-runDiffuseFilter(
				localLevel(Math.exp(Q!)),
				observations(input.y, () => Math.exp(H!)),
				100
			);
		const { x } = nelderMead(loss, [9, 7], { tolerance: 1e-10 });
		expect(Math.abs(Math.exp(x[0]!) / expected.ML.H - 1)).toBeLessThan(tolerance.ML_rel);
		expect(Math.abs(Math.exp(x[1]!) / expected.ML.Q - 1)).toBeLessThan(tolerance.ML_rel);
	});

	it('smooths', () => {
		const { mean, variance } = smoothed(
			localLevel(),
			0,
			observations(input.y, () => input.H)
		);
		expect(farthest(mean, expected.alphahat)).toBeLessThan(tolerance.states_rel);
		expect(farthest(variance, expected.V)).toBeLessThan(tolerance.states_rel);
	});
});

const bsm = reference('kalman_bsm_known_H');

describe.runIf(bsm !== null)('basic structural model', () => {
	const { input, expected, tolerance } = bsm ?? {};
	const gas = () => basicStructural(4, { ...input.UKgas_par, season: input.UKgas_par.seas });
	const gasSeries = () => observations(input.UKgas_log10, () => input.UKgas_par.epsilon);
	const deaths = () => basicStructural(12, { level: input.Q[0], slope: input.Q[1], season: input.Q[2] });
	const deathsSeries = () => observations(input.log_UKDriverDeaths_with_NA, (t) => input.H_t[t]);

	it('smooths level and slope of the gas series, and gives its likelihood', () => {
		const likelihood = runDiffuseFilter(gas(), gasSeries(), 108);
		expect(Math.abs(likelihood - expected.UKgas.logLik)).toBeLessThan(tolerance.loglik_abs);
		const level = smoothed(gas(), 0, gasSeries());
		expect(farthest(level.mean, expected.UKgas.level)).toBeLessThan(tolerance.states_rel);
		expect(farthest(level.variance, expected.UKgas.V_level)).toBeLessThan(tolerance.states_rel);
		const slope = smoothed(gas(), 1, gasSeries());
		expect(farthest(slope.mean, expected.UKgas.slope)).toBeLessThan(tolerance.states_rel);
		expect(farthest(slope.variance, expected.UKgas.V_slope)).toBeLessThan(tolerance.states_rel);
	});

	it('filters the deaths series with its gaps, from the diffuse start on', () => {
		const seen = { mean: [] as number[], variance: [] as number[] };
		const likelihood = runDiffuseFilter(deaths(), deathsSeries(), 192, (_, state) => {
			seen.mean.push(state.mean[0]!);
			seen.variance.push(state.covariance[0]!);
		});
		expect(farthest(seen.mean, expected.deaths.att_level)).toBeLessThan(tolerance.states_rel);
		expect(farthest(seen.variance, expected.deaths.Ptt_level)).toBeLessThan(tolerance.states_rel);
		expect(Math.abs(likelihood - expected.deaths.logLik)).toBeLessThan(tolerance.loglik_abs);
	});

	it('smooths level, slope and season of the deaths series', () => {
		const level = smoothed(deaths(), 0, deathsSeries());
		expect(farthest(level.mean, expected.deaths.level)).toBeLessThan(tolerance.states_rel);
		expect(farthest(level.variance, expected.deaths.V_level)).toBeLessThan(tolerance.states_rel);
		const slope = smoothed(deaths(), 1, deathsSeries());
		expect(farthest(slope.mean, expected.deaths.slope)).toBeLessThan(tolerance.states_rel);
		expect(farthest(slope.variance, expected.deaths.V_slope)).toBeLessThan(tolerance.states_rel);
		expect(farthest(smoothed(deaths(), 2, deathsSeries()).mean, expected.deaths.sea)).toBeLessThan(
			tolerance.states_rel
		);
	});

	it('forecasts: a missing period is told by those before it', () => {
		const ahead = [...input.log_UKDriverDeaths_with_NA, ...Array.from({ length: 6 }, () => null)];
		const noise = [...input.H_t, ...input.H_future];
		const series = observations(ahead, (t) => noise[t]);
		const seen: number[][] = [];
		runDiffuseFilter(deaths(), series, 198, (t, { mean, covariance }) => {
			if (t < 192) return;
			const size = mean.length;
			const variance = covariance[0]! + 2 * covariance[2]! + covariance[2 * size + 2]! + noise[t];
			const half = normalQuantile(0.95) * Math.sqrt(variance);
			const central = mean[0]! + mean[2]!;
			seen.push([central, central - half, central + half]);
		});
		expect(farthest(seen.flat(), expected.deaths.forecast.flat())).toBeLessThan(tolerance.states_rel);
	});
});
