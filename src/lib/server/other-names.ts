import { former } from '../../../analytics/contract/former-municipalities.ts';
import { words } from '../format/folded-name.ts';

/** A name by which people look for a region that has another one. */
export interface OtherName {
	readonly name: string;
	readonly words: string;
	/** Of the region that is meant. */
	readonly now: string;
	/** Of the municipality that was called so and is no more; null for a name in daily use. */
	readonly was: string | null;
}

const daily = [
	{ name: 'Den Haag', now: 'GM0518' },
	{ name: 'Den Bosch', now: 'GM0796' },
	{ name: 'Friesland', now: 'PV21' },
	{ name: 'The Netherlands', now: 'NL' }
];

const all: readonly OtherName[] = [
	...daily.map((place) => ({ ...place, words: words(place.name), was: null })),
	...former.flatMap(({ name, code, now }) => now.map((one) => ({ name, words: words(name), now: one, was: code })))
];

/** Other names of which a word starts with a text, by the code of the region that is meant. */
export function otherNames(text: string): Map<string, OtherName> {
	const sought = words(text);
	const found = all.filter((place) => place.words.includes(sought));
	// Of two names of one region the one that is just the text tells most.
	found.sort((a, b) => Number(a.words === sought) - Number(b.words === sought));
	return new Map(found.map((place) => [place.now, place]));
}
