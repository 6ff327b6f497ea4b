import { keyOf } from './entry.ts';
import type { Entry } from './entry.ts';
import { MOST_ENTRIES } from './file.ts';

export type Entries = ReadonlyMap<string, Entry>;

/** The latest that was done with each signal, whatever the order of the lists. */
export function merge(...lists: readonly Iterable<Entry>[]): Entries {
	const latest = new Map<string, Entry>();
	for (const list of lists)
		for (const entry of list) {
			const other = latest.get(keyOf(entry));
			if (other === undefined || isLater(entry, other)) latest.set(keyOf(entry), entry);
		}
	return latest;
}

/** Of two changes at one moment every browser must choose the same. */
function isLater(one: Entry, other: Entry): boolean {
	return one.at === other.at ? JSON.stringify(one) > JSON.stringify(other) : one.at > other.at;
}

/** As many as can be kept: of signals that are open again the oldest go first. Null when the others are too many by themselves. */
export function bounded(entries: Entries): Entries | null {
	if (entries.size <= MOST_ENTRIES) return entries;
	const open = [...entries].filter(([, { state }]) => state === 'open');
	const spare = entries.size - MOST_ENTRIES;
	if (open.length < spare) return null;
	const oldest = open.toSorted(([, a], [, b]) => (a.at < b.at ? -1 : 1)).slice(0, spare);
	const gone = new Set(oldest.map(([key]) => key));
	return new Map([...entries].filter(([key]) => !gone.has(key)));
}

/** What a file brings to what is here: new signals, signals with a later change, and what was known or older. */
export function compared(here: Entries, brought: Entries) {
	let [added, changed] = [0, 0];
	for (const [key, entry] of brought) {
		const mine = here.get(key);
		if (mine === undefined) added++;
		else if (isLater(entry, mine)) changed++;
	}
	return { added, changed, known: brought.size - added - changed };
}
