import { wrongField } from './check.ts';
import type { Entry } from './entry.ts';

const FORMAT = 'voorzicht-follow-up';
const VERSION = 1;

/** More signals than these are not kept: an office has some tens of them. */
export const MOST_ENTRIES = 2_000;
/** The longest file that can come of that many. */
export const MOST_BYTES = 8_000_000;
/** A colleague's clock may run ahead this far, in milliseconds; a change from after that would win from every other. */
const AHEAD = 24 * 60 * 60_000;

/** Why a file cannot be read. An entry is named by its place, from 1 on, and its field, which is empty for all of it. */
export type Fault =
	| { readonly kind: 'too-large' | 'not-json' | 'other-file' | 'newer' | 'too-many' }
	| { readonly kind: 'entry' | 'future'; readonly place: number; readonly field: string };

export type Reading = { readonly entries: readonly Entry[] } | { readonly fault: Fault };

/** What is kept, in the browser and in a file alike. */
export function write(entries: Iterable<Entry>): string {
	return JSON.stringify({ format: FORMAT, version: VERSION, entries: [...entries] });
}

/** What `write` wrote, and nothing else: the text may come from anybody. With a time, nothing is from long after it. */
export function read(text: string, now?: Date): Reading {
	if (text.length > MOST_BYTES) return { fault: { kind: 'too-large' } };
	const value = parsed(text);
	if (value === undefined) return { fault: { kind: 'not-json' } };
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: { kind: 'other-file' } };
	const { format, version, entries, ...more } = value as Readonly<Record<string, unknown>>;
	if (format !== FORMAT || typeof version !== 'number') return { fault: { kind: 'other-file' } };
	if (version > VERSION) return { fault: { kind: 'newer' } };
	if (version !== VERSION || !Array.isArray(entries) || Object.keys(more).length > 0)
		return { fault: { kind: 'other-file' } };
	if (entries.length > MOST_ENTRIES) return { fault: { kind: 'too-many' } };
	const fault = firstFault(entries, now);
	return fault === null ? { entries: entries as readonly Entry[] } : { fault };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function firstFault(entries: readonly unknown[], now: Date | undefined): Fault | null {
	for (const [i, entry] of entries.entries()) {
		const field = wrongField(entry);
		if (field !== null) return { kind: 'entry', place: i + 1, field };
		if (now !== undefined && Date.parse((entry as Entry).at) > now.getTime() + AHEAD)
			return { kind: 'future', place: i + 1, field: 'at' };
	}
	return null;
}
