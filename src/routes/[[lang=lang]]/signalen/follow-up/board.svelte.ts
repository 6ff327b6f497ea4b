import type { Entry, SignalKey } from '$lib/follow-up/entry.ts';
import { keyOf } from '$lib/follow-up/entry.ts';
import type { FollowUps } from '$lib/follow-up/follow-ups.svelte.ts';

export const filters = ['all', 'open', 'going', 'dismissed'] as const;
export type Filter = (typeof filters)[number];

const filterOf: Readonly<Record<Entry['state'], Filter>> = {
	open: 'open',
	seen: 'going',
	taken: 'going',
	dismissed: 'dismissed'
};

/** What the parts of the page share: what was done, which signals are shown, and what was last said aloud. */
export class Board {
	readonly follow: FollowUps;
	filter = $state<Filter>('all');
	said = $state('');

	constructor(follow: FollowUps) {
		this.follow = follow;
	}

	fits(signal: SignalKey, filter: Filter): boolean {
		return filter === 'all' || filterOf[this.follow.of(signal).state] === filter;
	}

	shows(signal: SignalKey): boolean {
		return this.fits(signal, this.filter);
	}

	/** Signals with which something was done, apart from some. */
	others(than: readonly SignalKey[]): Entry[] {
		const known = than.map(keyOf);
		return [...this.follow.entries.values()].filter((entry) => entry.state !== 'open' && !known.includes(keyOf(entry)));
	}
}
