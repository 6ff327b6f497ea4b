import type { Action, Entry } from '$lib/follow-up/entry.ts';
import type { Fault } from '$lib/follow-up/file.ts';
import { date, whole } from '$lib/format/numbers.ts';
import { followUpTexts } from '$lib/messages/follow-up.ts';
import type { Lang } from '$lib/messages/index.ts';

/** What was done with a signal, as a sentence or two. */
export function doneInWords(done: Action | Entry, lang: Lang): string {
	const m = followUpTexts(lang);
	const { state, who, reason, note } = done;
	const day = 'at' in done ? date(new Date(done.at), lang) : '';
	if (state === 'seen') return m.seenOn(day);
	if (state === 'taken') return m.takenBy(who, day);
	if (state !== 'dismissed' || reason === '') return m.notYet;
	const why = [
		...(reason === 'other' ? [] : [m.reasons[reason].toLowerCase()]),
		...(note === '' ? [] : [m.quoted(note)])
	];
	return m.dismissedFor(why.join(', '), day);
}

export function faultInWords(fault: Fault, lang: Lang): string {
	const m = followUpTexts(lang);
	if (fault.kind === 'entry') return m.faultAt(whole(fault.place, lang), fault.field.slice(0, 40));
	return fault.kind === 'future' ? m.faultFuture(whole(fault.place, lang)) : m.faults[fault.kind];
}
