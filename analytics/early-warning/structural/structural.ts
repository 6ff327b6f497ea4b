import { detectableRise } from '../series/detectability.ts';
import { mix } from '../series/posterior.ts';
import { localFdr } from '../statistics/fdr.ts';
import { eventAccounts, rampInformation } from './events.ts';
import { toRelative, type RelativeSeries } from './relative.ts';
import type { LevelPair } from './scale.ts';
import { fitOrdinary } from './shifts.ts';
import { traceLevels, type Trace } from './trace.ts';
import type { StructuralInput, StructuralPeriod } from './types.ts';

/** Share of series and periods that is expected to be in an event before the data speak. */
export const EVENT_PRIOR = 0.05;

/** Periods that must be known before the first told one: 3 years of months or quarters, 5 of years. */
function neededPeriods({ freq }: StructuralInput): number {
	return freq === 1 ? 5 : 3 * freq;
}

/** One told period, given the level that the filter has in it. */
function tell(
	input: StructuralInput,
	{ scale, reference }: RelativeSeries,
	trace: Trace,
	level: LevelPair,
	t: number
): StructuralPeriod {
	const { freq, breaks } = input;
	const { logBayesFactor, quiet, event, onset } = eventAccounts(trace, level, t, freq, scale);
	const pEvent = 1 - localFdr(EVENT_PRIOR, logBayesFactor);
	const average = mix([quiet, event], [1 - pEvent, pEvent]);
	const isComparable = ![...breaks].some((at) => t - freq < at && at <= t);
	const effect = detectableRise(rampInformation(trace, t, freq));
	return {
		estimate: reference * average.level,
		estimateSd: reference * Math.sqrt(average.levelVariance),
		rise: isComparable ? average.rise : null,
		riseSd: isComparable ? Math.sqrt(average.riseVariance) : null,
		pRise10: isComparable ? average.risen : null,
		logBayesFactor,
		pEvent,
		onset,
		detectable: effect === null ? null : scale.relativeRise(effect)
	};
}

/**
 * How a national or provincial series stands against its own past: a basic structural model (level, slope, dummy season) of
 * the share with known noise, started exactly diffuse, and events as in the model for regions. One entry per period from
 * `from` on.
 *
 * An empty list when the series cannot be judged: fewer than 3 years of months or quarters, or 5 yearly periods, are known
 * before `from`; what is known leaves a season unseen; or the counts before `from` do not add up to more than zero.
 */
export function structural(input: StructuralInput): StructuralPeriod[] {
	const { freq, from, fitTo = from } = input;
	const series = toRelative(input);
	if (series === null) return [];
	const known = series.observations.value.subarray(0, from).filter((value) => !Number.isNaN(value));
	if (known.length < neededPeriods(input)) return [];
	const ordinary = fitOrdinary(series.observations, freq, Math.max(from, fitTo));
	const trace = traceLevels(ordinary.series, freq, ordinary.variances);
	const levels = trace.periods.slice(from).map(({ level }) => level);
	// Once the start is known it stays known, so the first told period speaks for all.
	return levels[0] ? levels.map((level, k) => tell(input, series, trace, level!, from + k)) : [];
}
