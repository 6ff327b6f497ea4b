import type { Entry } from './entry.ts';

/** An entry for tests, with what a test is about instead. */
export function anEntry(more: Partial<Entry> = {}): Entry {
	return {
		figure: 'instroom.nieuwe-achterstand',
		group: '',
		region: 'GM0363',
		since: '2024Q1',
		name: 'Amsterdam, Nieuwe achterstand',
		state: 'seen',
		who: '',
		reason: '',
		note: '',
		at: '2026-11-23T10:00:00.000Z',
		...more
	};
}
