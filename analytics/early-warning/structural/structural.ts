import { detectableRise } from '../series/detectability.ts';
import { mix } from '../series/posterior.ts';
import { localFdr } from '../statistics/fdr.ts';
import { averageAccounts, coursesOf, type AverageAccounts, type Courses } from './courses.ts';
import { toRelative, type RelativeSeries } from './relative.ts';
import type { Scale } from './scale.ts';
import { fitOrdinary } from './shifts.ts';
import { fittedTo, type StructuralInput, type StructuralPeriod } from './types.ts';

/** Share of series and periods that is expected to be in an event before the data speak. */
export const EVENT_PRIOR = 0.05;

/** Periods that must be known before the first told one: 3 years of months or quarters, 5 of years. */
function neededPeriods({ freq }: StructuralInput): number {
	return freq === 1 ? 5 : 3 * freq;
}

/** One told period, given what is believed of it. */
function tell(
	{ freq, breaks }: StructuralInput,
	reference: number,
	{ logBayesFactor, quiet, event, onset, information }: AverageAccounts,
	scale: Scale,
	t: number
): StructuralPeriod {
	const pEvent = 1 - localFdr(EVENT_PRIOR, logBayesFactor);
	const average = mix([quiet, event], [1 - pEvent, pEvent]);
	const isComparable = ![...breaks].some((at) => t - freq < at && at <= t);
	const effect = detectableRise(information);
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

/** The courses of a series on each scale that it is told on. */
function coursesOn(input: StructuralInput, series: RelativeSeries): (scale: Scale) => Courses {
	const made = new Map<Scale, Courses>();
	const end = fittedTo(input);
	return (scale) => {
		const courses = made.get(scale) ?? coursesOf(fitOrdinary(series.on(scale), input.freq, end), input.freq);
		made.set(scale, courses);
		return courses;
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
	const { count, freq, from } = input;
	const series = toRelative(input);
	if (series === null) return [];
	const known = series.on(series.scaleAt(from)).value.subarray(0, from);
	if (known.filter((value) => !Number.isNaN(value)).length < neededPeriods(input)) return [];
	const courses = coursesOn(input, series);
	const told = Array.from({ length: count.length - from }, (_, k) => {
		const scale = series.scaleAt(from + k);
		const accounts = averageAccounts(courses(scale), from + k, freq, scale);
		return accounts && tell(input, series.reference, accounts, scale, from + k);
	});
	// Once the start is known it stays known, so the first told period speaks for all.
	return told[0] ? told.map((one) => one!) : [];
}
