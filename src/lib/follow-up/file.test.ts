import { expect, it } from 'vitest';
import { anEntry } from './a-entry.ts';
import { MOST_BYTES, MOST_ENTRIES, read, write } from './file.ts';

const now = new Date('2026-11-23T12:00:00.000Z');
const text = (entries: unknown, more: object = {}) =>
	JSON.stringify({ format: 'voorzicht-follow-up', version: 1, entries, ...more });
const faultOf = (file: string) => {
	const reading = read(file, now);
	return 'fault' in reading ? reading.fault : null;
};

it('reads back what it wrote, in every state', () => {
	const entries = [
		anEntry(),
		anEntry({ region: 'GM0599', state: 'taken', who: 'Team "Schulden" & <b>zo</b>' }),
		anEntry({ region: 'GM0344', state: 'dismissed', reason: 'other', note: '=1+1; ‘één straat’ 😀' }),
		anEntry({ region: 'K07', group: 'age.65+', state: 'dismissed', reason: 'known' }),
		anEntry({ region: 'x y', state: 'open' })
	];
	expect(read(write(entries), now)).toEqual({ entries });
});

it.each([
	['nothing', '', 'not-json'],
	['half a file', '{"format":', 'not-json'],
	['a million brackets', '['.repeat(1_000_000), 'not-json'],
	['null', 'null', 'other-file'],
	['a list', '[]', 'other-file'],
	['a text', '"voorzicht-follow-up"', 'other-file'],
	['an empty object', '{}', 'other-file'],
	['another format', text([], { format: 'iets-anders' }), 'other-file'],
	['a version before the first', text([], { version: 0 }), 'other-file'],
	['a version that is a text', text([], { version: '1' }), 'other-file'],
	['a field too many', text([], { extra: 1 }), 'other-file'],
	['what is like a list', text({ length: 1 }), 'other-file'],
	['no list', text(null), 'other-file'],
	['a prototype', text([]).replace('"entries"', '"__proto__":{"isAdmin":true},"entries"'), 'other-file'],
	['a later version', text([], { version: 2 }), 'newer'],
	['too many signals', text(Array(MOST_ENTRIES + 1).fill(anEntry())), 'too-many'],
	['eight million blanks', ' '.repeat(MOST_BYTES + 1), 'too-large']
])('refuses %s', (_, file, kind) => {
	expect(faultOf(file)).toEqual({ kind });
});

it.each([
	['', null],
	['', 7],
	['', [anEntry()]],
	['figure', { ...anEntry(), figure: 'Geen Cijfer' }],
	['group', { ...anEntry(), group: 'zonder-punt' }],
	['group', { ...anEntry(), group: null }],
	['region', { ...anEntry(), region: '' }],
	['region', { ...anEntry(), region: ['GM0363'] }],
	['region', { ...anEntry(), region: 'x'.repeat(65) }],
	['since', { ...anEntry(), since: 2024 }],
	['name', { ...anEntry(), name: 'x'.repeat(301) }],
	['name', { ...anEntry(), name: 'Amsterdam\u202egpj.exe' }],
	['name', { ...anEntry(), name: 'Amsterdam\u0000' }],
	['name', { ...anEntry(), name: '\ud800' }],
	['state', { ...anEntry(), state: 'constructor' }],
	['who', { ...anEntry(), state: 'taken', who: 'x'.repeat(61) }],
	['who', { ...anEntry(), state: 'taken' }],
	['who', { ...anEntry(), who: 'iemand' }],
	['reason', { ...anEntry(), state: 'dismissed' }],
	['reason', { ...anEntry(), state: 'dismissed', reason: '__proto__' }],
	['reason', { ...anEntry(), reason: 'known' }],
	['note', { ...anEntry(), state: 'dismissed', reason: 'other' }],
	['note', { ...anEntry(), note: 'los' }],
	['note', { ...anEntry(), state: 'dismissed', reason: 'known', note: 'x'.repeat(201) }],
	['at', { ...anEntry(), at: '2026-11-23' }],
	['at', { ...anEntry(), at: '2026-02-30T00:00:00.000Z' }],
	['at', { ...anEntry(), at: 1_795_000_000_000 }],
	['extra', { ...anEntry(), extra: '' }],
	['__proto__', JSON.parse(JSON.stringify(anEntry()).replace('{', '{"__proto__":{"state":"open"},')) as unknown]
])('says that field %j is wrong, and where', (field, entry) => {
	expect(faultOf(text([anEntry({ region: 'GM0599' }), entry]))).toEqual({ kind: 'entry', place: 2, field });
	expect(({} as { state?: string }).state).toBeUndefined();
});

it('refuses what is nested very deep, and does not look into it', () => {
	const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
	const fault = faultOf(text([anEntry()]).replace('"GM0363"', deep));
	// A browser may also give up on reading it.
	expect([{ kind: 'entry', place: 1, field: 'region' }, { kind: 'not-json' }]).toContainEqual(fault);
});

it('wants every field to be there, of itself', () => {
	for (const name of Object.keys(anEntry())) {
		const rest = Object.fromEntries(Object.entries(anEntry()).filter(([other]) => other !== name));
		expect(faultOf(text([rest]))).toEqual({ kind: 'entry', place: 1, field: name });
	}
});

it('takes a change from a clock that runs a little ahead, and none that would win for ever', () => {
	expect(faultOf(text([anEntry({ at: '2026-11-24T11:00:00.000Z' })]))).toBeNull();
	const later = text([anEntry({ at: '9999-12-31T00:00:00.000Z' })]);
	expect(faultOf(later)).toEqual({ kind: 'future', place: 1, field: 'at' });
	// What was kept here stays readable when this clock was wrong.
	expect(read(later)).toHaveProperty('entries');
});

it('can read the largest file that it can write', () => {
	const wide = (most: number) => '€'.repeat(most);
	const entries = Array.from({ length: MOST_ENTRIES }, (_, i) =>
		anEntry({
			figure: `${'a'.repeat(64)}.${'b'.repeat(64)}`,
			group: `a.${'"'.repeat(254)}`,
			region: String(i).padStart(64, '€'),
			since: wide(32),
			name: wide(300),
			...{ state: 'dismissed', reason: 'elsewhere', note: wide(200) }
		})
	);
	const file = write(entries);
	expect(new TextEncoder().encode(file).length).toBeLessThan(MOST_BYTES);
	expect(read(file, now)).toHaveProperty('entries.length', MOST_ENTRIES);
});
