/** Above this probability of no event a signal is in doubt: it does not open, and closes when it is so twice in a row. */
const DOUBTED_ABOVE = 0.5;

/** One signal from its opening on. Periods count from the first one judged. */
export interface Episode {
	/** Period in which it was opened. */
	readonly opened: number;
	/** Most likely first period of the rise, as seen when the signal was opened; may lie before the first period judged. */
	readonly onset: number;
}

/** What is known of one series in one period; null where it is not judged. */
type Judged = { readonly lfdr: number; readonly onset: readonly number[] } | null;

/**
 * Open signals by hysteresis, so that a signal does not come and go: it opens when the series is in its period's set of signals,
 * and closes in the second of two consecutive periods in which no event is more likely than an event. Sure signals leave room in
 * a set for one in which no event is more likely: that one opens nothing. A period that is not judged changes nothing.
 * Per period: the open episode, or null.
 *
 * The onset is the mode over the templates when the signal opens: later on, templates of at most a year old no longer reach it.
 */
export function episodes(judged: readonly Judged[], signal: readonly boolean[]): (Episode | null)[] {
	let open: Episode | null = null;
	let doubts = 0;
	return judged.map((one, t) => {
		if (one === null) return open;
		doubts = one.lfdr > DOUBTED_ABOVE ? doubts + 1 : 0;
		if (signal[t]! && doubts === 0) open ??= { opened: t, onset: t - one.onset.indexOf(Math.max(...one.onset)) };
		if (doubts >= 2) open = null;
		return open;
	});
}
