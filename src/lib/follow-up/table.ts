import { csv } from '../format/csv.ts';
import type { Lang } from '../messages/index.ts';
import type { Entry } from './entry.ts';

/** Heads of the columns, and words for the states and reasons. */
export interface Words {
	readonly columns: readonly string[];
	readonly states: Readonly<Record<Entry['state'], string>>;
	readonly reasons: Readonly<Record<Exclude<Entry['reason'], ''>, string>>;
}

/** What was done with each signal as a spreadsheet of a language reads it, the latest first; never read as a formula. */
export function table(entries: Iterable<Entry>, words: Words, lang: Lang): string {
	const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });
	const rows = [...entries]
		.filter(({ state }) => state !== 'open')
		.toSorted((a, b) => (a.at > b.at ? -1 : 1))
		.map(({ name, figure, region, group, since, state, who, reason, note, at }) => [
			...[name, figure, region, group, since, words.states[state], who],
			...[reason === '' ? '' : words.reasons[reason], note, day.format(new Date(at))]
		]);
	return csv([words.columns, ...rows], lang);
}
