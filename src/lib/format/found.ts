import { findingTexts } from '../messages/finding.ts';
import type { Lang } from '../messages/index.ts';
import { levelName } from './names.ts';

/** One region among those that somebody who types may mean, in words. */
export interface Suggestion {
	readonly name: string;
	readonly href: string;
	/** What kind of region it is, and in which. */
	readonly where: string;
	/** The name that was looked for, when it is another one. */
	readonly other: string | null;
}

export function whereIs({ level, parent }: { level: string; parent: string | null }, lang: Lang): string {
	return parent === null ? levelName(level, lang) : `${levelName(level, lang)}, ${parent}`;
}

/** "Weesp, nu: Amsterdam", or another name that people use. */
export function otherName(other: { name: string; isFormer: boolean }, name: string, lang: Lang): string {
	const m = findingTexts(lang);
	return other.isFormer ? m.now(other.name, name) : m.also(other.name);
}
