import { z } from 'zod';
import { InputError } from '../../errors.ts';

/** What really happened in invented series; series and periods count from 0. */
export interface Truth {
	/** Series in which an event began, and the first period of each; at most one a series. */
	readonly event_series0: readonly number[];
	readonly onset0: readonly number[];
	/** [series][period]: ratio of the series' rate to the nation's, season left out. */
	readonly relative_level: readonly (readonly number[])[];
}

const whole = z.int('must be a whole number').min(0, 'counts from 0');
const truthSchema = z.object(
	{
		event_series0: z.array(whole, 'must be a list of series'),
		onset0: z.array(whole, 'must be a list of periods'),
		relative_level: z.array(
			z.array(z.number('must be a number').positive('must be above zero'), 'must be a list of numbers'),
			'must be a list of series'
		)
	},
	'must be one JSON object'
);

/**
 * Checks the content of a truth file against the size of the series it belongs to.
 * @throws InputError with one sentence: file, place and rule.
 */
export function parseTruth(value: unknown, file: string, series: number, periods: number): Truth {
	const parsed = truthSchema.safeParse(value);
	if (!parsed.success) {
		const { path, message } = parsed.error.issues[0]!;
		throw new InputError(`${file}: ${path.length === 0 ? 'the truth file' : path.join('.')} ${message}.`);
	}
	const fault = sizeFault(parsed.data, series, periods);
	if (fault !== null) throw new InputError(`${file}: ${fault}.`);
	return parsed.data;
}

function sizeFault(truth: Truth, series: number, periods: number): string | null {
	const { event_series0, onset0, relative_level } = truth;
	if (event_series0.length !== onset0.length)
		return `onset0 has ${onset0.length} entries, but event_series0 has ${event_series0.length}`;
	if (new Set(event_series0).size !== event_series0.length) return 'event_series0 names a series twice';
	if (event_series0.some((i) => i >= series))
		return `event_series0 names a series beyond the ${series} of the series file`;
	if (onset0.some((t) => t >= periods)) return `onset0 names a period beyond the ${periods} of the series file`;
	if (relative_level.length !== series || relative_level.some((row) => row.length !== periods))
		return `relative_level must have ${series} series of ${periods} periods, as the series file has`;
	return null;
}
