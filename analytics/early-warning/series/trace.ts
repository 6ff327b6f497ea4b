import type { Frequency } from '../panel.ts';
import { runFilter } from './filter.ts';
import type { Hyper, RatioSeries } from './model.ts';

/** What the filter leaves behind for one series: per period, what the event templates and the posterior need. */
export interface Trace {
	readonly freq: Frequency;
	readonly periods: number;
	/** Number of states; `gain` holds that many numbers per period. */
	readonly size: number;
	readonly gain: Float64Array;
	readonly innovation: Float64Array;
	readonly variance: Float64Array;
	/** Level predicted for the period. */
	readonly forecast: Float64Array;
	/** Mean and variance of the level, given all periods up to this one. */
	readonly level: Float64Array;
	readonly levelVariance: Float64Array;
	/** The same for the level a year before, and the covariance of the two. */
	readonly yearAgo: Float64Array;
	readonly yearAgoVariance: Float64Array;
	readonly covariance: Float64Array;
}

export function traceSeries(series: RatioSeries, freq: Frequency, hyper: Hyper): Trace {
	const periods = series.ratio.length;
	const size = freq + 3;
	const column = () => new Float64Array(periods);
	const trace: Trace = {
		freq,
		periods,
		size,
		gain: new Float64Array(periods * size),
		innovation: column(),
		variance: column(),
		forecast: column(),
		level: column(),
		levelVariance: column(),
		yearAgo: column(),
		yearAgoVariance: column(),
		covariance: column()
	};
	runFilter(series, freq, hyper, freq, periods, (t, state) => {
		trace.gain.set(state.gain, t * size);
		trace.innovation[t] = state.innovation;
		trace.variance[t] = state.variance;
		trace.forecast[t] = state.forecast;
		trace.level[t] = state.mean[0]!;
		trace.levelVariance[t] = state.covariance[0]!;
		trace.yearAgo[t] = state.mean[freq]!;
		trace.yearAgoVariance[t] = state.covariance[freq * size + freq]!;
		trace.covariance[t] = state.covariance[freq]!;
	});
	return trace;
}
