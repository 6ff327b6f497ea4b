import type { WatchState } from '../../../analytics/contract/early-warning.ts';
import { watchTexts } from '../messages/watch.ts';
import type { Lang } from '../messages/index.ts';
import { outOf20 } from './chance.ts';
import { certainty, detectableInWords, riseInterval, riseInWords } from './rise.ts';

/** What early warning says of one region in one period. */
export interface Watched {
	readonly state: WatchState;
	readonly against: 'nation' | 'itself';
	/** Null where the share is not told, and so how large its rise is. */
	readonly estimate: number | null;
	readonly rise: number | null;
	readonly rise_sd: number | null;
	readonly p_event: number;
	readonly detectable: number | null;
	readonly watched_by_name: string | null;
}

/** How it stands: rising and how sure, quiet, too small, or rising with its delivery. */
export function stateInWords(watched: Watched, lang: Lang): string {
	const m = watchTexts(lang);
	const { state, p_event: chance, detectable, watched_by_name: by } = watched;
	if (state === 'too_small') return by ? m.tooSmallBy(by) : m.tooSmall;
	if (state === 'supply') return m.supplyState;
	if (state === 'signal') return `${certainty(chance, lang)}: ${m.chance(outOf20(chance, lang))}.`;
	return detectable === null ? m.quiet : m.quietSees(detectableInWords(detectable, lang));
}

type Sized = Pick<Watched, 'rise' | 'rise_sd' | 'against' | 'estimate'>;

/** How large the rise is, with its intervals; or why that is not told. */
export function sizeInWords({ rise, rise_sd, against, estimate }: Sized, lang: Lang): string {
	const m = watchTexts(lang);
	if (rise === null || rise_sd === null) return estimate === null ? m.sizeWithheld : m.noSize;
	const change = { rise, rise_sd };
	const size = (against === 'nation' ? m.sizeNation : m.sizeItself)(riseInWords(change, lang));
	return `${size}. ${m.intervals(riseInterval(change, 80, lang), riseInterval(change, 95, lang))}`;
}

/** Whether a rise began so long before a period that a comparison with the year before does not show all of it. */
export function isLongAgo(period: string, onset: string | null): onset is string {
	// Names of periods begin with their year, and are of one kind.
	return onset !== null && onset <= `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
}
