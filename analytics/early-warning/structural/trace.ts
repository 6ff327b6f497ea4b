import type { Frequency } from '../panel.ts';
import { runDiffuseFilter, type Observations } from './diffuse-filter.ts';
import { withIrregular, type Variances } from './fit.ts';
import type { LevelPair } from './scale.ts';
import { basicStructural, LEVEL, withLags, type StateSpace } from './state-space.ts';

/** What the filter leaves behind, per period: what event templates and the posterior need. */
export interface Trace {
	readonly model: StateSpace;
	/** Place of the level of a year ago among the states. */
	readonly yearAgo: number;
	readonly periods: readonly TracePeriod[];
}

export interface TracePeriod {
	readonly gain: Float64Array;
	/** NaN where missing or where the start is still unknown. */
	readonly innovation: number;
	readonly variance: number;
	/** Null while the start is still unknown. */
	readonly level: LevelPair | null;
}

export function traceLevels(series: Observations, freq: Frequency, variances: Variances): Trace {
	const basic = basicStructural(freq, variances);
	const model = withLags(basic, LEVEL, freq);
	const yearAgo = model.size - 1;
	const periods: TracePeriod[] = [];
	runDiffuseFilter(model, withIrregular(series, variances.irregular), series.value.length, (_, state) => {
		const { mean, covariance, innovation, variance, isDiffuse } = state;
		const between = (i: number, j: number) => covariance[i * model.size + j]!;
		const level = {
			now: mean[LEVEL]!,
			yearAgo: mean[yearAgo]!,
			variance: between(LEVEL, LEVEL),
			yearAgoVariance: between(yearAgo, yearAgo),
			covariance: between(LEVEL, yearAgo)
		};
		periods.push({ gain: state.gain.slice(), innovation, variance, level: isDiffuse ? null : level });
	});
	return { model, yearAgo, periods };
}
