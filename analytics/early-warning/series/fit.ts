import type { Frequency } from '../panel.ts';
import { runFilter } from './filter.ts';
import type { Hyper, RatioSeries } from './model.ts';
import { nelderMead } from '../statistics/nelder-mead.ts';

/** Round numbers in the middle of what rates show, as logs of tau2, phi and ws; the likelihood does the rest. */
const START = [Math.log(1e-3), 0, Math.log(1e-3)];
/** Bounds on the logs: the likelihood is flat beyond them, so the search must not wander there. */
const LOWEST = [Math.log(1e-9), Math.log(1e-3), Math.log(1e-9)];
const HIGHEST = [0, Math.log(1e3), 0];

function hyperOf(logs: readonly number[]): Hyper {
	const [tau2, phi, ws] = logs.map((v, i) => Math.exp(Math.min(Math.max(v, LOWEST[i]!), HIGHEST[i]!)));
	return { tau2: tau2!, phi: phi!, ws: ws ?? 0 };
}

/** Log-likelihood of all series together over the periods before `end`. It needs no lags: they only look back. */
export function pooledLogLikelihood(
	series: readonly RatioSeries[],
	freq: Frequency,
	hyper: Hyper,
	end: number
): number {
	return series.reduce((sum, one) => sum + runFilter(one, freq, hyper, 0, end), 0);
}

/**
 * Maximum-likelihood hyperparameters, pooled over the series: a single series is far too short to tell drift from noise.
 * Yearly series have no season, so theirs are two.
 * A second search from the first one's end guards against a simplex that has collapsed too early.
 */
export function fitHyper(series: readonly RatioSeries[], freq: Frequency, end: number): Hyper {
	const loss = (logs: readonly number[]) => -pooledLogLikelihood(series, freq, hyperOf(logs), end);
	const first = nelderMead(loss, freq === 1 ? START.slice(0, 2) : START);
	return hyperOf(nelderMead(loss, first.x, { step: 0.3 }).x);
}
