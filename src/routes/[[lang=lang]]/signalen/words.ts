import { levelName } from '$lib/format/names.ts';
import { thePeriod } from '$lib/format/period.ts';
import { levelInWords } from '$lib/format/rise.ts';
import { isLongAgo } from '$lib/format/watched.ts';
import { watchTexts } from '$lib/messages/watch.ts';
import type { Lang } from '$lib/messages/index.ts';

/** What early warning says of a level: a share, or a ratio to the country. */
type Level = Parameters<typeof levelInWords>[0];

/** Of a rise that began long ago: the level just before it, and the level now. */
interface Course {
	readonly before: Level;
	readonly now: Level;
}

interface Since {
	readonly period: string;
	readonly opened: string | null;
	readonly onset: string | null;
}

/** Since when a signal is open, and when its rise began. */
export function sinceInWords({ period, opened, onset }: Since, lang: Lang): string {
	const m = watchTexts(lang);
	return [
		...(opened === null ? [] : [m.opened(thePeriod(opened, lang))]),
		...(onset === null ? [] : [onset === opened ? m.onsetThen : m.onset(thePeriod(onset, lang))]),
		...(isLongAgo(period, onset) ? [m.longAgo] : [])
	].join(' ');
}

/** How far a rise that began long ago has brought it. */
export function courseInWords({ before, now }: Course, lang: Lang): string {
	const m = watchTexts(lang);
	const words = now.against === 'nation' ? m.courseNation : m.courseItself;
	return words(levelInWords(before, lang), levelInWords(now, lang));
}

interface Explained {
	readonly region: string;
	readonly explained_by: string | null;
	readonly explained_by_name: string | null;
	readonly explained_by_level: string | null;
}

/** Which region explains a rise; null where that is not told. */
export function explainedInWords(signal: Explained, lang: Lang): string | null {
	const { region, explained_by: by, explained_by_name: name, explained_by_level: level } = signal;
	const m = watchTexts(lang);
	if (by === region) return m.explainedBySelf;
	if (by === null || name === null) return null;
	return m.explainedBy(level === null ? name : `${name} (${levelName(level, lang)})`);
}
