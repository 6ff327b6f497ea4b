import { levelName } from '$lib/format/names.ts';
import { thePeriod } from '$lib/format/period.ts';
import { watchTexts } from '$lib/messages/watch.ts';
import type { Lang } from '$lib/messages/index.ts';

interface Since {
	readonly period: string;
	readonly opened: string | null;
	readonly onset: string | null;
}

/** Since when a signal is open, and when its rise began. */
export function sinceInWords({ period, opened, onset }: Since, lang: Lang): string {
	const m = watchTexts(lang);
	// Names of periods begin with their year, and are of one kind.
	const isLongAgo = onset !== null && onset <= `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
	return [
		...(opened === null ? [] : [m.opened(thePeriod(opened, lang))]),
		...(onset === null ? [] : [onset === opened ? m.onsetThen : m.onset(thePeriod(onset, lang))]),
		...(isLongAgo ? [m.longAgo] : [])
	].join(' ');
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
