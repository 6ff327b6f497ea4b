import type { Frequency } from '../panel.ts';
import type { Episode } from '../series/episodes.ts';

/** Chance of a false suspicion per window of onsets, when events begin independently of each other. */
const FALSE_ALARM = 0.001;
/** Share of series in which an event may begin within a year without being many at once. */
const USUAL_A_YEAR = 0.04;
/** Fewer signals than this are a handful of regions, not a delivery. */
const FEWEST = 5;

/** P(X >= k) for a Poisson count with this mean; k >= 1. */
function poissonTail(k: number, mean: number): number {
	let term = Math.exp(-mean);
	let below = term;
	for (let i = 1; i < k; i++) {
		term *= mean / i;
		below += term;
	}
	return Math.max(0, 1 - below);
}

/** Every signal that has opened up to period `k`, once, in whichever series. */
function openedUntil(episodes: readonly (readonly (Episode | null)[])[], k: number): Episode[] {
	return episodes.flatMap((row) => {
		const found = new Set<Episode>();
		for (const episode of row.slice(0, k + 1)) if (episode !== null) found.add(episode);
		return [...found];
	});
}

/**
 * Signals of one level that are suspected to come from the delivery of data and not from what it is about: far more of them
 * begin at one time than at other times. Onsets are counted in windows of a quarter of a year (in quarterly and yearly series
 * of one period). A window is suspected when it has at least 5, and so many would begin there with a chance below 0.001 at the
 * rate of all other windows, or at 4 % of the series a year where that is more. So when events begin independently, and no more
 * often than that, a window is wrongly suspected with a chance below 0.001. With it goes what begins up to a quarter of a year
 * earlier or later and opened no earlier, for an onset is not known better than that; in yearly series it is.
 * @param episodes [series][period], as known at period `k`: what opens later is not looked at.
 * @param watched number of series that are large enough to open a signal
 */
export function suspectedSupply(
	episodes: readonly (readonly (Episode | null)[])[],
	freq: Frequency,
	k: number,
	watched: number
): ReadonlySet<Episode> {
	const opened = openedUntil(episodes, k);
	const width = Math.max(1, freq / 4);
	const slack = Math.floor(freq / 4);
	const first = Math.min(0, ...opened.map(({ onset }) => onset));
	const windows = (k + 1 - first) / width;
	const usual = (USUAL_A_YEAR * watched * width) / freq;
	const suspected = new Set<Episode>();
	for (let start = first; start + width <= k + 1; start++) {
		const inside = opened.filter(({ onset }) => onset >= start && onset < start + width);
		const rate = Math.max(usual, (opened.length - inside.length) / Math.max(1, windows - 1));
		if (inside.length < FEWEST || poissonTail(inside.length, rate) >= FALSE_ALARM) continue;
		for (const episode of opened) {
			const isNear = episode.onset >= start - slack && episode.onset < start + width + slack;
			if (isNear && episode.opened >= start) suspected.add(episode);
		}
	}
	return suspected;
}
