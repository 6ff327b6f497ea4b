import type { Frequency } from '../panel.ts';
import { mix } from '../series/posterior.ts';
import { eventAccounts, rampInformation, type EventAccounts } from './events.ts';
import type { Scale } from './scale.ts';
import type { Ordinary } from './shifts.ts';
import { traceLevels, type Trace } from './trace.ts';

/** What the filter makes of a series with some variances that may be the true ones; the likeliest first. */
export type Courses = readonly { readonly weight: number; readonly trace: Trace }[];

/** The accounts of a period over all courses together. */
export interface AverageAccounts extends EventAccounts {
	/** Information on a ramp that began half a year ago. */
	readonly information: number;
}

export function coursesOf({ variances, series }: Ordinary, freq: Frequency): Courses {
	return variances.map(({ variances: one, weight }) => ({ weight, trace: traceLevels(series, freq, one) }));
}

/**
 * The accounts of period t; null while the start of the series is unknown. Levels and rises average over all courses, so that
 * their intervals allow for what is not known of the variances. Whether there is an event, and what could be seen, is judged by
 * the likeliest course: over all of them a rise would be found far less often, while false signals are rare as it is.
 */
export function averageAccounts(courses: Courses, t: number, freq: Frequency, scale: Scale): AverageAccounts | null {
	const told = courses.flatMap(({ trace, weight }) => {
		const { level } = trace.periods[t]!;
		return level === null ? [] : [{ weight, accounts: eventAccounts(trace, level, t, freq, scale) }];
	});
	const likeliest = told[0]?.accounts;
	if (likeliest === undefined) return null;
	const average = (account: 'quiet' | 'event') =>
		mix(
			told.map(({ accounts }) => accounts[account]),
			told.map(({ weight }) => weight)
		);
	return {
		...likeliest,
		quiet: average('quiet'),
		event: average('event'),
		information: rampInformation(courses[0]!.trace, t, freq)
	};
}
