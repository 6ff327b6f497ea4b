import { thePeriod } from '$lib/format/period.ts';
import { risingTexts } from '$lib/messages/rising.ts';
import { localeOf } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { HistoryNote } from '$lib/server/history-notes.ts';

/** What has become of the past that the warnings were computed from, a line for each release that there is something to say of. */
export function pastOf(notes: readonly HistoryNote[], lang: Lang): string[] {
	const m = risingTexts(lang);
	const listed = new Intl.ListFormat(localeOf[lang]);
	return notes.map(({ title, period, corrected, added, regions }) =>
		[
			`${title}.`,
			corrected.length === 0 ? [] : m.corrected(thePeriod(period, lang), listed.format(corrected)),
			added.length === 0 ? [] : m.added(thePeriod(period, lang), listed.format(added)),
			corrected.length + added.length === 0 ? [] : m.staysAsSaid,
			regions === null ? [] : [m.otherRegions(regions.first, regions.vintage), m.regionsGoOn]
		]
			.flat()
			.join(' ')
	);
}
