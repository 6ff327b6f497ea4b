import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anEntry } from './a-entry.ts';
import { keyOf } from './entry.ts';
import type { Entry } from './entry.ts';
import { MOST_ENTRIES } from './file.ts';
import { bounded, compared, merge } from './merge.ts';

// Few signals and few moments, so that lists meet often, also at the same moment.
const entry = fc
	.record({
		region: fc.constantFrom('A1', 'A2', 'A3'),
		state: fc.constantFrom('seen' as const, 'open' as const),
		minute: fc.integer({ min: 0, max: 3 })
	})
	.map(({ minute, ...more }) => anEntry({ ...more, at: `2026-11-23T10:0${minute}:00.000Z` }));
const list = fc.array(entry, { maxLength: 6 });
const sorted = (entries: ReadonlyMap<string, Entry>) => [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1));

it('comes to the same in any order and however often, so that colleagues end with the same', () => {
	fc.assert(
		fc.property(list, list, list, (a, b, c) => {
			const all = sorted(merge(a, b, c));
			expect(sorted(merge(c, b, a))).toEqual(all);
			expect(sorted(merge(merge(a, b).values(), c))).toEqual(all);
			expect(sorted(merge(a, merge(b, c).values(), a))).toEqual(all);
		})
	);
});

it('holds the latest of each signal, a signal that was taken back too', () => {
	const taken = anEntry({ state: 'taken', who: 'Team A', at: '2026-11-23T10:00:00.000Z' });
	const back = anEntry({ state: 'open', at: '2026-11-23T11:00:00.000Z' });
	const other = anEntry({ region: 'GM0599' });
	expect([...merge([back, other], [taken]).values()]).toEqual([back, other]);
	fc.assert(
		fc.property(list, (entries) => {
			for (const [key, { at }] of merge(entries))
				expect(entries.filter((one) => keyOf(one) === key).every((one) => one.at <= at)).toBe(true);
		})
	);
});

it('counts what a file brings', () => {
	const here = merge([anEntry(), anEntry({ region: 'A1', at: '2026-11-23T12:00:00.000Z' })]);
	const brought = merge([
		anEntry({ state: 'open', at: '2026-11-23T13:00:00.000Z' }),
		anEntry({ region: 'A1' }),
		anEntry({ region: 'A2' })
	]);
	expect(compared(here, brought)).toEqual({ added: 1, changed: 1, known: 1 });
});

const many = (length: number, more: Partial<Entry>) =>
	Array.from({ length }, (_, i) =>
		anEntry({ region: `R${i}`, at: new Date(Date.UTC(2026, 0, 1, 0, 0, i)).toISOString(), ...more })
	);

it('lets go of the oldest signals that are open again when there are too many, and of no other', () => {
	const open = many(10, { state: 'open' }).map((one) => ({ ...one, group: 'a.b' }));
	const kept = bounded(merge(many(MOST_ENTRIES - 4, {}), open));
	expect(kept?.size).toBe(MOST_ENTRIES);
	expect([...kept!.values()].filter(({ state }) => state === 'open')).toEqual(open.slice(6));
	expect(bounded(merge(many(MOST_ENTRIES + 1, {})))).toBeNull();
});
