import type { Entry } from './entry.ts';
import { read, write } from './file.ts';
import { bounded, merge } from './merge.ts';
import type { Entries } from './merge.ts';

/** Where follow-up is in a visitor's browser. The number is that of its form. */
export const KEY = 'voorzicht.follow-up.v1';
/** Before the moment at which something unreadable was put aside. */
const ASIDE = `${KEY}.aside.`;

/** What this part of the program needs of a browser's storage. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/**
 * fine: it is kept. refused: the browser keeps nothing for this site. full: there is no room for more. stuck: what it holds cannot be read,
 * and there is no room to put that aside.
 */
export type Keeping = 'fine' | 'refused' | 'full' | 'stuck';

interface Found {
	readonly entries: Entries;
	readonly keeping: Keeping;
}

const NOTHING: Entries = new Map();

/** What the browser holds; what cannot be read is put aside under another name, never thrown away. */
export function kept(store: Store | null, now: Date): Found {
	const text = attempt(() => store?.getItem(KEY));
	if (text === undefined) return { entries: NOTHING, keeping: 'refused' };
	if (text === null) return { entries: NOTHING, keeping: 'fine' };
	const reading = read(text);
	if ('entries' in reading) return { entries: merge(reading.entries), keeping: 'fine' };
	const aside = attempt(() => {
		store!.setItem(ASIDE + now.toISOString(), text);
		store!.removeItem(KEY);
		return true;
	});
	return { entries: NOTHING, keeping: aside === true ? 'fine' : 'stuck' };
}

/** Adds to what the browser holds, which another window may have changed. All of it is given back, also when it cannot be kept. */
export function keep(store: Store | null, here: Iterable<Entry>, now: Date): Found {
	const found = kept(store, now);
	const entries = merge(found.entries.values(), here);
	if (found.keeping !== 'fine') return { entries, keeping: found.keeping };
	const fitting = bounded(entries);
	if (fitting === null) return { entries, keeping: 'full' };
	const isKept = attempt(() => {
		store!.setItem(KEY, write(fitting.values()));
		return true;
	});
	return { entries: fitting, keeping: isKept === true ? 'fine' : 'full' };
}

/** What was put aside, by its name. */
export function putAside(store: Store | null): { readonly name: string; readonly text: string }[] {
	const names = Array.from({ length: attempt(() => store?.length) ?? 0 }, (_, i) => attempt(() => store?.key(i)));
	return names.flatMap((name) => {
		const text = name?.startsWith(ASIDE) ? attempt(() => store?.getItem(name)) : null;
		return name == null || text == null ? [] : [{ name, text }];
	});
}

/** Throws away what was put aside under a name. */
export function discard(store: Store | null, name: string): void {
	attempt(() => store?.removeItem(name));
}

/** Undefined where the browser refuses, as it may at any moment. */
function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
