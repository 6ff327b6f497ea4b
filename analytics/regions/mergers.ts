import { InputError } from '../errors.ts';
import { FIRST_VINTAGE, movesBetween } from './changes.ts';
import { gemeentenIn, type Place } from './nederland.ts';
import { ALL, type Share } from './share.ts';

/** What of an earlier municipality is in a later one. */
export interface Passage {
	readonly from: string;
	readonly to: string;
	/** The share of the earlier one that went this way. */
	readonly share: Share;
	/** The highest border that it came across: the figures of that level break here. */
	readonly crosses: 'provincie' | 'corop' | null;
}

/**
 * From every municipality of one year's classification to those of a later one; the shares of each earlier one add up to
 * exactly 1. Shares are of addresses on the date of the change.
 * @throws InputError when a classification is not there, or the second is before the first.
 */
export function passages(from: number, to: number): Passage[] {
	const [earlier, later] = [gemeentenIn(from), gemeentenIn(to)];
	if (to < from)
		throw new InputError(
			`Municipalities of ${from} cannot be divided over those of ${to}, which is before it. Recompute the microdata on the classification of ${to} instead.`
		);
	const placeOf = new Map(later.map((place) => [place.code, place]));
	const moves = movesBetween(from, to);
	return earlier.flatMap((place) =>
		(moves.get(place.code) ?? [{ code: place.code, share: ALL }]).map(({ code, share }) => ({
			from: place.code,
			to: code,
			share,
			crosses: borderBetween(place, placeOf.get(code)!)
		}))
	);
}

function borderBetween(a: Place, b: Place): Passage['crosses'] {
	if (a.provincie !== b.provincie) return 'provincie';
	return a.corop === b.corop ? null : 'corop';
}

/**
 * Where a municipality of `from` was in the classification of `to`, a later year.
 * @throws InputError when there is no such municipality or classification.
 */
export function successors(code: string, from: number, to: number): Passage[] {
	requireGemeente(code, from);
	return passages(from, to).filter((passage) => passage.from === code);
}

/**
 * What a municipality of `to` was in the classification of `from`, an earlier year.
 * @throws InputError when there is no such municipality or classification.
 */
export function predecessors(code: string, from: number, to: number): Passage[] {
	requireGemeente(code, to);
	return passages(from, to).filter((passage) => passage.to === code);
}

function requireGemeente(code: string, vintage: number): void {
	if (!gemeentenIn(vintage).some((gemeente) => gemeente.code === code))
		throw new InputError(`${code} is no municipality in the classification of ${vintage}; codes look like GM0363.`);
}

/**
 * Names of the municipalities that went into one of a classification since 2018, by its code and in alphabetical order; who
 * looks for Weesp finds Amsterdam.
 * @throws InputError when the classification is not there.
 */
export function formerNames(vintage: number): Map<string, string[]> {
	const now = new Set(gemeentenIn(vintage).map(({ code }) => code));
	const names = new Map<string, Set<string>>();
	for (let year = FIRST_VINTAGE; year < vintage; year++) {
		const nameOf = new Map(gemeentenIn(year).map(({ code, name }) => [code, name]));
		for (const { from, to } of passages(year, vintage))
			if (!now.has(from)) names.set(to, (names.get(to) ?? new Set()).add(nameOf.get(from)!));
	}
	return new Map([...names].map(([code, set]) => [code, [...set].sort((a, b) => a.localeCompare(b, 'nl'))]));
}
