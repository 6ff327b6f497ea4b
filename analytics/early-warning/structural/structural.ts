import { detectableRise } from '../series/detectability.ts';
import { mix, type Moments } from '../series/posterior.ts';
import { settling, type Room } from '../series/settled.ts';
import { localFdr } from '../statistics/fdr.ts';
import { averageAccounts, coursesOf, type AverageAccounts } from './courses.ts';
import { toRelative, type RelativeSeries } from './relative.ts';
import type { Scale } from './scale.ts';
import { fitOrdinary, settledIn } from './shifts.ts';
import { fittedTo, type StructuralInput, type StructuralPeriod } from './types.ts';

/** Share of series and periods that is expected to be in an event before the data speak. */
export const EVENT_PRIOR = 0.05;

/** Periods that must be known before the first told one: 3 years of months or quarters, 5 of years. */
function neededPeriods({ freq }: StructuralInput): number {
	return freq === 1 ? 5 : 3 * freq;
}

const eventProbability = ({ logBayesFactor }: AverageAccounts) => 1 - localFdr(EVENT_PRIOR, logBayesFactor);

/** Level and rise of a period, over "no event" and an event. */
function average(accounts: AverageAccounts): Moments {
	const event = eventProbability(accounts);
	return mix([accounts.quiet, accounts.event], [1 - event, event]);
}

/** One told period: its probability of an event, and its level and rise with older events settled in the level. */
function tell(
	{ freq, breaks }: StructuralInput,
	reference: number,
	plain: AverageAccounts,
	{ level, levelVariance, rise, riseVariance, risen }: Moments,
	scale: Scale,
	t: number
): StructuralPeriod {
	const { logBayesFactor, onset, information } = plain;
	const isComparable = ![...breaks].some((at) => t - freq < at && at <= t);
	const effect = detectableRise(information);
	return {
		estimate: reference * level,
		estimateSd: reference * Math.sqrt(levelVariance),
		rise: isComparable ? rise : null,
		riseSd: isComparable ? Math.sqrt(riseVariance) : null,
		pRise10: isComparable ? risen : null,
		logBayesFactor,
		pEvent: eventProbability(plain),
		onset,
		detectable: effect === null ? null : scale.relativeRise(effect)
	};
}

/** The courses of a series on each scale that it is told on: as they are, and with events settled in the level. */
function coursesOn(input: StructuralInput, series: RelativeSeries) {
	const end = fittedTo(input);
	const once = <T>(make: (scale: Scale) => T) => {
		const made = new Map<Scale, T>();
		return (scale: Scale) => made.get(scale) ?? made.set(scale, make(scale)).get(scale)!;
	};
	const ordinary = once((scale) => fitOrdinary(series.on(scale), input.freq, end));
	const settledBy = (room: Room) => once((scale) => coursesOf(settledIn(ordinary(scale), room), input.freq));
	return { plain: settledBy([]), settledBy };
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
	const { plain, settledBy } = coursesOn(input, series);
	let room: Room = [];
	let settled = plain;
	const told = Array.from({ length: count.length - from }, (_, k) => {
		const t = from + k;
		const scale = series.scaleAt(t);
		const seen = averageAccounts(plain(scale), t, freq, scale);
		const sized = settled === plain ? seen : averageAccounts(settled(scale), t, freq, scale);
		if (seen === null || sized === null) return null;
		const more = settling(eventProbability(sized), sized.onset, freq, t);
		if (more.length > 0) {
			room = [...room, ...more];
			settled = settledBy(room);
		}
		return tell(input, series.reference, seen, average(sized), scale, t);
	});
	// Once the start is known it stays known, so the first told period speaks for all.
	return told[0] ? told.map((one) => one!) : [];
}
