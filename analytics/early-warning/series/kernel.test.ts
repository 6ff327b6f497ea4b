import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localFdr, mixingWeight, signalSet } from '../statistics/fdr.ts';
import { runFilter } from './filter.ts';
import { fitHyper, pooledLogLikelihood } from './fit.ts';
import type { RatioSeries } from './model.ts';
import { accounts, mix } from './posterior.ts';
import { fitTemplates } from './templates.ts';
import { traceSeries } from './trace.ts';

const path = '../shared/reference/early-warning/ews1_kernel_panel.json';
const panel = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;

function panelSeries(): RatioSeries[] {
	const { z, E, sigma2 } = panel.input;
	return z.map((ratio: number[], i: number) => ({
		ratio: Float64Array.from(ratio),
		expected: Float64Array.from(E[i]),
		noise: Float64Array.from(E[i], (expected: number) => sigma2 / expected ** 2),
		exposureNoise: new Float64Array(ratio.length),
		breaks: new Set()
	}));
}

/** Largest distance between a table of numbers [series][column] and its reference. */
function farthest(actual: number[][], expected: number[][]): number {
	return Math.max(...actual.flatMap((row, i) => row.map((value, k) => Math.abs(value - expected[i]![k]!))));
}

describe.runIf(panel !== null)('EWS-1 on the reference panel', () => {
	const { input, expected, tolerance } = panel ?? {};

	it('filters level, level a year ago and likelihood to 1e-9', () => {
		const periods: number[] = expected.t.map((t: number) => t - 1);
		const traces = panelSeries().map((series) => traceSeries(series, 12, input.hyper));
		const at = (of: (trace: (typeof traces)[number]) => Float64Array) =>
			traces.map((trace) => periods.map((t) => of(trace)[t]!));
		expect(
			farthest(
				at((trace) => trace.level),
				expected.m
			)
		).toBeLessThan(tolerance.filter_abs);
		expect(
			farthest(
				at((trace) => trace.levelVariance),
				expected.v
			)
		).toBeLessThan(tolerance.filter_abs);
		expect(
			farthest(
				at((trace) => trace.yearAgo),
				expected.mLag
			)
		).toBeLessThan(tolerance.filter_abs);
		expect(
			farthest(
				at((trace) => trace.yearAgoVariance),
				expected.vLag
			)
		).toBeLessThan(tolerance.filter_abs);
		expect(
			farthest(
				at((trace) => trace.covariance),
				expected.cLag
			)
		).toBeLessThan(tolerance.filter_abs);
		const likelihoods = panelSeries().map((series) =>
			[0, 12].map((lags) => runFilter(series, 12, input.hyper, lags, 84))
		);
		expect(
			farthest(
				likelihoods,
				expected.loglik.map((value: number) => [value, value])
			)
		).toBeLessThan(1e-9);
	});

	it('weighs events, averages over them and picks signals as the reference does', () => {
		const periods: number[] = expected.t;
		const table = panelSeries().map((series) => {
			const trace = traceSeries(series, 12, input.hyper);
			const fit = fitTemplates(trace, 47);
			return periods.map((t) => accounts(trace, fit, t - 1));
		});
		const factors = table.map((row) => row.map((one) => one.logBayesFactor));
		expect(farthest(factors, expected.logBF)).toBeLessThan(tolerance.logBF_abs);
		expect(
			farthest(
				table.map((row) => row.map((one) => one.quiet.risen)),
				expected.P_rise10
			)
		).toBeLessThan(1e-9);
		const weights = periods.map((_, k) => mixingWeight(factors.map((row) => row[k]!)));
		expect(farthest([weights], [expected.bma.pi_used])).toBeLessThan(tolerance.pi_abs);
		// The EM of the reference stops a little short of its fixed point, so its own weights lead from here on.
		const lfdr = factors.map((row) => row.map((value, k) => localFdr(expected.bma.pi_used[k], value)));
		const events = lfdr.map((row) => row.map((value) => 1 - value));
		expect(farthest(events, expected.bma.event_prob)).toBeLessThan(tolerance.bma_abs);
		const averaged = table.map((row, i) =>
			row.map(({ quiet, event }, k) => mix([quiet, event], [lfdr[i]![k]!, events[i]![k]!]))
		);
		const of = (pick: (m: (typeof averaged)[number][number]) => number) => averaged.map((row) => row.map(pick));
		expect(
			farthest(
				of((m) => m.level),
				expected.bma.level_mean
			)
		).toBeLessThan(tolerance.bma_abs);
		expect(
			farthest(
				of((m) => m.levelVariance),
				expected.bma.level_var
			)
		).toBeLessThan(tolerance.bma_abs);
		expect(
			farthest(
				of((m) => m.risen),
				expected.bma.P_rise10
			)
		).toBeLessThan(tolerance.bma_abs);
		for (const [k, t] of periods.entries()) {
			if (k === 0) continue;
			const flags = signalSet(
				lfdr.map((row) => row[k]!),
				0.1
			);
			const set = flags.flatMap((flag, i) => (flag ? [i] : []));
			expect(set).toEqual([expected.by_t[t].flag_q10].flat());
		}
	});

	it('fits the pooled hyperparameters', () => {
		const { tau2, phi, ws, loglik, loglik_at_hyper } = expected.pooled_ML_train48;
		const series = panelSeries();
		expect(pooledLogLikelihood(series, 12, input.hyper, 48)).toBeCloseTo(loglik_at_hyper, 6);
		const fitted = fitHyper(series, 12, 48);
		expect(Math.abs(pooledLogLikelihood(series, 12, fitted, 48) - loglik)).toBeLessThan(tolerance.ML_loglik_abs);
		for (const [actual, wanted] of [
			[fitted.tau2, tau2],
			[fitted.phi, phi],
			[fitted.ws, ws]
		])
			expect(Math.abs(actual / wanted - 1)).toBeLessThan(tolerance.ML_par_rel);
	});
});
