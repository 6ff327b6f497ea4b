import type { Truth } from './truth.ts';

/** An event counts as going on for this many months; a signal after them is false again. */
const EVENT_MONTHS = 18;
export const HORIZONS = [3, 6, 9, 12] as const;

/** How well flags find events whose truth is known. A share of nothing is null. */
export interface Detection {
	/** Series-periods that are flagged, and the part of them in which no event goes on. */
	readonly signals: number;
	readonly falseShare: number | null;
	/** Flags per 1,000 periods of series that have no event at all. */
	readonly falsePerThousand: number | null;
	/** Share of the events that are flagged within 3, 6, 9 and 12 months of their first period, that one included. */
	readonly found: Readonly<Record<(typeof HORIZONS)[number], number | null>>;
	/** Months from an event's first period to its first flag, half of the found events being faster; null when none is found. */
	readonly medianDelay: number | null;
	readonly events: number;
}

/** Whether an event goes on, [series][period - from]. */
export function eventPeriods(truth: Truth, freq: number, from: number): boolean[][] {
	const onsets = onsetOf(truth);
	return truth.relative_level.map((row, i) =>
		row.slice(from).map((_, k) => {
			const age = ((from + k - (onsets.get(i) ?? Infinity)) * 12) / freq;
			return age >= 0 && age < EVENT_MONTHS;
		})
	);
}

function onsetOf({ event_series0, onset0 }: Truth): Map<number, number> {
	return new Map(event_series0.map((series, k) => [series, onset0[k]!]));
}

/** @param flags [series][period - from] */
export function detection(flags: readonly (readonly boolean[])[], truth: Truth, freq: number, from: number): Detection {
	const onsets = onsetOf(truth);
	const events = eventPeriods(truth, freq, from);
	let [signals, wrong, quiet, quietFlags] = [0, 0, 0, 0];
	flags.forEach((row, i) =>
		row.forEach((flag, k) => {
			if (flag) signals++;
			if (flag && !events[i]![k]!) wrong++;
			if (onsets.has(i)) return;
			quiet++;
			if (flag) quietFlags++;
		})
	);
	const delays = [...onsets]
		.filter(([, onset]) => onset >= from)
		.map(([i, onset]) => {
			const first = flags[i]!.findIndex((flag, k) => flag && events[i]![k]!);
			return first < 0 ? Infinity : ((from + first - onset + 1) * 12) / freq;
		});
	const within = (most: number) =>
		delays.length === 0 ? null : delays.filter((delay) => delay <= most).length / delays.length;
	const found = delays.filter(Number.isFinite).sort((a, b) => a - b);
	return {
		signals,
		falseShare: signals === 0 ? null : wrong / signals,
		falsePerThousand: quiet === 0 ? null : (1000 * quietFlags) / quiet,
		found: { 3: within(3), 6: within(6), 9: within(9), 12: within(12) },
		medianDelay: found[Math.floor((found.length - 1) / 2)] ?? null,
		events: delays.length
	};
}

/**
 * Flags of a score at the height at which 1 % of the periods of series without an event are flagged: what makes methods
 * comparable that would warn more or less often by themselves.
 * @param scores [series][period - from]; NaN is never flagged
 */
export function matchedFlags(scores: readonly (readonly number[])[], truth: Truth, rate = 0.01): boolean[][] {
	const eventful = new Set(truth.event_series0);
	const quiet = scores
		.flatMap((row, i) => (eventful.has(i) ? [] : row))
		.filter((score) => !Number.isNaN(score))
		.sort((a, b) => b - a);
	const limit = quiet[Math.floor(rate * quiet.length)] ?? Infinity;
	return scores.map((row) => row.map((score) => score > limit));
}
