import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';

/** Name of a level of a region tree: one region, or all of them. Levels we have no word for keep their own name. */
export function levelName(level: string, lang: Lang): string {
	return messagesFor(lang).levels[level]?.[0] ?? level;
}

export function levelsName(level: string, lang: Lang): string {
	return messagesFor(lang).levels[level]?.[1] ?? level.charAt(0).toUpperCase() + level.slice(1);
}

/** Name of a group: a capital first, and a band of numbers ("16-<25", "65+") in words. */
export function codeName(name: string, lang: Lang): string {
	const m = messagesFor(lang).bands;
	const [, from, to] = /^(-?[\d.]+)-<(-?[\d.]+)$/.exec(name) ?? [];
	if (from !== undefined && to !== undefined) return m.between(from, to);
	const [, least] = /^(-?[\d.]+)\+$/.exec(name) ?? [];
	if (least !== undefined) return m.above(least);
	return name.charAt(0).toUpperCase() + name.slice(1);
}

/** What releases say of themselves, each text once; one that another begins with is said by that one. */
export function noticesOf(
	rows: readonly { notice_nl: string | null; notice_en: string | null }[],
	lang: Lang
): string[] {
	const texts = [...new Set(rows.flatMap((row) => (lang === 'en' ? row.notice_en : row.notice_nl) ?? []))];
	return texts.filter((text) => !texts.some((other) => other !== text && other.startsWith(text)));
}

/** Where the margin of a figure comes from. Registers count everyone; any other file may be a sample. */
export function marginOf(source: string | null, lang: Lang): string {
	const m = messagesFor(lang).figure;
	return source === 'cbs' ? m.marginRegisters : m.marginOther;
}

/** Name of a classification as people know it: "cbs:2024" is CBS 2024. The name of a file says nothing to a reader. */
export function vintageName(vintage: string | null): string | null {
	return vintage?.startsWith('cbs:') ? vintage.replace('cbs:', 'CBS ').replace(/-.*/, '') : null;
}
