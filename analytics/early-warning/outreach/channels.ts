/** Ways to make contact, in the order of tables. */
export const CHANNELS = ['visit', 'call', 'letter'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What one contact takes and brings. All of it is assumed: the one who plans may know better. */
export interface Channel {
	readonly name: ChannelName;
	/** Hours of work for one contact, more than 0. */
	readonly hours: number;
	/** Part of the addresses that answer, 0 to 1; 0 for a channel that is not used. */
	readonly response: number;
	/** Most contacts that can be made; null when only the hours count. */
	readonly most: number | null;
}

export interface Assumption {
	readonly channel: Channel;
	/** Where the response comes from; null for an estimate of ours between those that were published. */
	readonly source: string | null;
}

const DIVOSA = 'Divosa Monitor Vroegsignalering Schulden, jaarrapportage 2022';

/**
 * What is assumed until someone fills in what they know: of letters 15 % are answered, and visits reach about three times as
 * many (Divosa 2022). Hours and most contacts are round numbers for a small team in a month.
 */
export const assumptions: readonly Assumption[] = [
	{ channel: { name: 'visit', hours: 1.5, response: 0.45, most: null }, source: DIVOSA },
	{ channel: { name: 'call', hours: 0.5, response: 0.3, most: 150 }, source: null },
	{ channel: { name: 'letter', hours: 0.1, response: 0.15, most: 400 }, source: DIVOSA }
];

/** What a team can do in the time it plans for. */
export interface Capacity {
	readonly hours: number;
	readonly channels: readonly Channel[];
}

/** The part of a capacity; contacts are whole. */
export function partOf({ hours, channels }: Capacity, part: number): Capacity {
	return {
		hours: hours * part,
		channels: channels.map((c) => ({ ...c, most: c.most === null ? null : Math.floor(c.most * part + 1e-9) }))
	};
}

/** No plan makes more contacts than this. */
export function mostContacts({ hours, channels }: Capacity): number {
	let left = hours;
	let contacts = 0;
	for (const { hours: each, most } of channels.filter(isUsed).sort((a, b) => a.hours - b.hours)) {
		const made = Math.min(most ?? Infinity, left / each);
		contacts += made;
		left -= made * each;
	}
	return contacts;
}

export function isUsed({ response, most }: Channel): boolean {
	return response > 0 && most !== 0;
}
