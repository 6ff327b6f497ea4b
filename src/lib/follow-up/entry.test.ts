import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anEntry } from './a-entry.ts';
import { wrongField } from './check.ts';
import { MOST_OF, entryOf, keyOf, typed } from './entry.ts';

/** Any at all, halves of signs and what nobody sees among them. */
const codeUnit = fc.oneof(
	fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
	fc.constantFrom(' ', '\n', '\0', '\u202e', '\ud83d', '\ude00')
);

const seen = { state: 'seen', who: '', reason: '', note: '' } as const;

it('knows a signal by its figure, group, region and beginning, and by nothing else', () => {
	const entry = anEntry();
	expect(keyOf(anEntry({ name: 'Nieuwe naam', state: 'open', at: '2027-01-01T00:00:00.000Z' }))).toBe(keyOf(entry));
	const others = [
		anEntry({ figure: 'instroom.andere' }),
		anEntry({ group: 'age.65+' }),
		anEntry({ region: 'GM0599' }),
		anEntry({ since: '2024Q2' })
	];
	expect(new Set([entry, ...others].map(keyOf)).size).toBe(5);
	// No text can be two keys.
	expect(keyOf(anEntry({ group: 'a.b', region: 'c' }))).not.toBe(keyOf(anEntry({ group: 'a.b c', region: '' })));
});

it('keeps what is typed as one plain line that fits, whatever is typed', () => {
	expect(typed('  Team\n\tSchulden \u202e! ', 60)).toBe('Team Schulden !');
	expect(typed('😀'.repeat(31), 60)).toBe('😀'.repeat(30));
	expect(typed(`${'a'.repeat(59)}😀`, 60)).toBe('a'.repeat(59));
	fc.assert(
		fc.property(fc.string({ unit: codeUnit, maxLength: 300 }), (text) => {
			const who = typed(text, MOST_OF.who);
			expect(wrongField(anEntry({ state: who === '' ? 'seen' : 'taken', who }))).toBeNull();
			expect(typed(who, MOST_OF.who)).toBe(who);
		})
	);
});

it('dates a change after the one before it, also when a clock ran ahead', () => {
	const now = new Date('2026-11-23T12:00:00.000Z');
	const ahead = anEntry({ at: '2026-11-23T20:00:00.000Z' });
	expect(entryOf(ahead, ahead.name, seen, now, ahead).at).toBe('2026-11-23T20:00:00.001Z');
	expect(entryOf(ahead, ahead.name, seen, now).at).toBe(now.toISOString());
});
