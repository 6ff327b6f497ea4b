// What a visitor does with a signal. It stays with the visitor: see docs/decisions/0031-follow-up-stays-with-the-visitor.md.

/** open: nothing is done with it, or what was done is taken back. seen: somebody looked. taken: somebody works on it. */
export const states = ['open', 'seen', 'taken', 'dismissed'] as const;
/** Why nothing needs to be done. */
export const reasons = ['known', 'data', 'passing', 'elsewhere', 'other'] as const;

export type State = (typeof states)[number];
export type Reason = (typeof reasons)[number];

/** Most characters of what a visitor types. */
export const MOST_OF = { who: 60, note: 200 } as const;
/** Most characters of the words by which a signal is named. */
export const LONGEST_NAME = 300;

/** By this a signal is the same signal in the next publication. */
export interface SignalKey {
	/** Release line and indicator: "spec.indicator". */
	readonly figure: string;
	/** "attribute.code"; empty for everyone. */
	readonly group: string;
	/** Code of the region. */
	readonly region: string;
	/** Period in which the signal was opened. */
	readonly since: string;
}

export interface Action {
	readonly state: State;
	/** Who took it up; empty in other states. */
	readonly who: string;
	/** Why it was dismissed; empty in other states. */
	readonly reason: Reason | '';
	/** More about that reason, in the visitor's own words. */
	readonly note: string;
}

/** The latest that was done with one signal. */
export interface Entry extends SignalKey, Action {
	/** What the signal was called when this was done. */
	readonly name: string;
	/** When, as `Date.toISOString` writes it. */
	readonly at: string;
}

/** One text for a key, to look it up by. */
export function keyOf({ figure, group, region, since }: SignalKey): string {
	return JSON.stringify([figure, group, region, since]);
}

/** What would end a line, hide itself, or turn the direction of other text. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;
const ALL_UNSEEN = new RegExp(UNSEEN, 'gu');

export const isPlain = (text: string): boolean => !UNSEEN.test(text) && text.isWellFormed();

/** What somebody typed as one line of plain text, at most so long. */
export function typed(text: string, most: number): string {
	const plain = text.toWellFormed().replace(ALL_UNSEEN, ' ');
	// A cut may fall within a sign of two units.
	return plain
		.replace(/\s+/g, ' ')
		.trim()
		.slice(0, most)
		.replace(/[\ud800-\udbff]$/, '')
		.trim();
}

/** An entry for what is done now: later than what was done before, also when a colleague's clock runs ahead. */
export function entryOf(key: SignalKey, name: string, action: Action, now: Date, before?: Entry): Entry {
	const { figure, group, region, since } = key;
	const at = Math.max(now.getTime(), before === undefined ? 0 : Date.parse(before.at) + 1);
	return { figure, group, region, since, name: typed(name, LONGEST_NAME), ...action, at: new Date(at).toISOString() };
}
