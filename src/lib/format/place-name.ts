import type { Lang } from '../messages/index.ts';

interface Place {
	readonly code: string;
	readonly name: string;
}

/** Name of a region within a sentence: as it is published, but for the country, which has a name in English. */
export function placeName({ code, name }: Place, lang: Lang): string {
	return lang === 'en' && code === 'NL' && name === 'Nederland' ? 'the Netherlands' : name;
}

/** The same where it stands first or alone. */
export function placeTitle(place: Place, lang: Lang): string {
	const name = placeName(place, lang);
	return name === place.name ? name : `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
