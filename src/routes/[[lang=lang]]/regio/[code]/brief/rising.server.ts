import { points } from '$lib/format/numbers.ts';
import { thePeriod } from '$lib/format/period.ts';
import { sizeInWords, stateInWords } from '$lib/format/watched.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import { messagesFor } from '$lib/messages/index.ts';
import { watchTexts } from '$lib/messages/watch.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Told } from './told.ts';

/** What rises: open signals first, then rises that only the simple test sees, then what is quiet, and what nobody could see. */
export function risingOf(told: readonly Told[], lang: Lang): string[] {
	const m = briefTexts(lang);
	const named = (rows: readonly Told[]) => [...new Set(rows.map(({ label }) => label))].join('; ');
	const inState = (...states: string[]) => told.filter(({ watch }) => watch !== null && states.includes(watch.state));
	const [quiet, small] = [inState('quiet'), inState('too_small')];
	return [
		...inState('signal', 'supply').map((one) => m.risingSignal(one.label, signalOf(one, lang))),
		...told.flatMap((one) => simpleRise(one, lang)),
		...(quiet.length === 0 ? [] : [m.quiet(named(quiet))]),
		...(small.length === 0 ? [] : [m.tooSmall(named(small))]),
		...notWatched(told, lang)
	];
}

function notWatched(told: readonly Told[], lang: Lang): string[] {
	const without = told.filter(({ watch }) => watch === null);
	if (without.length === 0) return [];
	const m = briefTexts(lang);
	return [without.length === told.length ? m.noneWatched : m.othersNotWatched];
}

function signalOf({ watch }: Told, lang: Lang): string {
	if (watch === null) return '';
	const since = watch.opened === null ? [] : [watchTexts(lang).opened(thePeriod(watch.opened, lang))];
	return [stateInWords(watch, lang), sizeInWords(watch, lang), ...since].join(' ');
}

/** A rise against the year before, of a figure that has too few periods to be watched. */
function simpleRise({ label, watch, change }: Told, lang: Lang): string[] {
	if (watch !== null || change === null || !change.is_signal || change.change <= 0) return [];
	const size = points(change.change, change.change_se, lang);
	return [briefTexts(lang).risingSimple(label, messagesFor(lang).signals.rise(size, thePeriod(change.previous, lang)))];
}
