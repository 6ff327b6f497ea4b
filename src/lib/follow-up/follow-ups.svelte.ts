import { wrongField } from './check.ts';
import { entryOf, keyOf } from './entry.ts';
import type { Action, Entry, SignalKey } from './entry.ts';
import { read, write } from './file.ts';
import type { Fault } from './file.ts';
import { KEY, discard, keep, kept, putAside } from './keep.ts';
import type { Keeping, Store } from './keep.ts';
import { compared, merge } from './merge.ts';
import type { Entries } from './merge.ts';

/** A signal as a page names it. */
export interface Named extends SignalKey {
	readonly name: string;
}

const OPEN: Action = { state: 'open', who: '', reason: '', note: '' };

/** What this visitor did with signals: in the visitor's browser, and while the page is open also where that keeps nothing. */
export class FollowUps {
	entries = $state.raw<Entries>(merge());
	keeping = $state<Keeping>('fine');
	/** What could not be read, by its name. */
	aside = $state.raw<ReturnType<typeof putAside>>([]);
	readonly #store: Store | null;
	readonly #now: () => Date;

	constructor(store: Store | null, now: () => Date) {
		this.#store = store;
		this.#now = now;
		this.reload();
	}

	/** Takes over what another window kept. */
	reload(): void {
		const found = kept(this.#store, this.#now());
		this.#hold(merge(this.entries.values(), found.entries.values()), found.keeping);
	}

	/** What was done with a signal. */
	of(key: SignalKey): Action {
		return this.entries.get(keyOf(key)) ?? OPEN;
	}

	/** Whether what is done with a signal could be read back. */
	takes(signal: Named): boolean {
		return wrongField(entryOf(signal, signal.name, OPEN, this.#now())) === null;
	}

	do(signal: Named, action: Action): void {
		const before = this.entries.get(keyOf(signal));
		this.#add([entryOf(signal, signal.name, action, this.#now(), before)]);
	}

	takeBack(signal: Named): void {
		this.do(signal, OPEN);
	}

	/** All of it as a file. */
	get file(): string {
		return write(this.entries.values());
	}

	/** Adds what a file holds, and tells what that brought; or what is wrong with the file, and adds nothing. */
	bring(text: string): ReturnType<typeof compared> | Fault {
		const reading = read(text, this.#now());
		if ('fault' in reading) return reading.fault;
		const brought = merge(reading.entries);
		const news = compared(this.entries, brought);
		this.#add(brought.values());
		return news;
	}

	/** Throws away what was put aside under a name. */
	discard(name: string): void {
		discard(this.#store, name);
		this.aside = putAside(this.#store);
	}

	#add(more: Iterable<Entry>): void {
		const found = keep(this.#store, merge(this.entries.values(), more).values(), this.#now());
		this.#hold(found.entries, found.keeping);
	}

	#hold(entries: Entries, keeping: Keeping): void {
		this.entries = entries;
		this.keeping = keeping;
		this.aside = putAside(this.#store);
	}
}

/** The browser's own store; null where it refuses to give it. */
export function browserStore(): Storage | null {
	try {
		return window.localStorage;
	} catch {
		return null;
	}
}

/** Whether another window changed what is kept; its key is null when everything was cleared. */
export const isOurs = ({ key }: StorageEvent): boolean => key === KEY || key === null;
