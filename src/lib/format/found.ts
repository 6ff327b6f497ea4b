import { findingTexts } from '../messages/finding.ts';
import type { Lang } from '../messages/index.ts';
import { levelName } from './names.ts';
import { placeName, placeTitle } from './place-name.ts';

/** One region among those that somebody who types may mean, in words. */
export interface Suggestion {
	readonly name: string;
	readonly href: string;
	/** What kind of region it is, and in which. */
	readonly where: string;
	/** The name that was looked for, when it is another one. */
	readonly other: string | null;
}

interface Named {
	readonly code: string;
	readonly name: string;
	readonly parent: string | null;
	readonly other: { readonly name: string; readonly isFormer: boolean } | null;
}

/** What is found, in the language of who searches: the country has a name of its own there, which then is no other name. */
export function foundIn<Found extends Named>(found: Found, lang: Lang): Found {
	const name = placeTitle(found, lang);
	const parent = found.parent === null ? null : placeName({ code: COUNTRY, name: found.parent }, lang);
	return { ...found, name, parent, other: found.other?.name === name ? null : found.other };
}

/** Of a parent only the name is known; no other region is called so. */
const COUNTRY = 'NL';

export function whereIs({ level, parent }: { level: string; parent: string | null }, lang: Lang): string {
	return parent === null ? levelName(level, lang) : `${levelName(level, lang)}, ${parent}`;
}

/** "Weesp, nu: Amsterdam", or another name that people use. */
export function otherName(other: { name: string; isFormer: boolean }, name: string, lang: Lang): string {
	const m = findingTexts(lang);
	return other.isFormer ? m.now(other.name, name) : m.also(other.name);
}
