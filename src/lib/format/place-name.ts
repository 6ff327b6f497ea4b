import type { Lang } from '../messages/index.ts';

interface Place {
	readonly code: string;
	readonly name: string;
}

/** Name of a region within a sentence: as it is published, but for the country, which has a name in English. */
export function placeName(place: Place, lang: Lang): string {
	return isCountry(place, lang) ? 'the Netherlands' : place.name;
}

/** The same where it stands first or alone. */
export function placeTitle(place: Place, lang: Lang): string {
	return isCountry(place, lang) ? 'The Netherlands' : place.name;
}

/** Also of a place that has its name within a sentence already. */
function isCountry({ code, name }: Place, lang: Lang): boolean {
	return lang === 'en' && code === 'NL' && ['Nederland', 'the Netherlands'].includes(name);
}
