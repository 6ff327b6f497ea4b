import { expect, it } from 'vitest';
import { anEntry } from './a-entry.ts';
import { write } from './file.ts';
import { KEY, discard, keep, kept, putAside } from './keep.ts';
import type { Store } from './keep.ts';

const now = new Date('2026-11-23T12:00:00.000Z');

/** A browser's store with room for so many characters; its content can be looked at. */
function store(room = Infinity, content: Record<string, string> = {}): Store & { content: Map<string, string> } {
	const map = new Map(Object.entries(content));
	return {
		content: map,
		get length() {
			return map.size;
		},
		key: (i) => [...map.keys()][i] ?? null,
		getItem: (name) => map.get(name) ?? null,
		setItem: (name, text) => {
			const others = [...map].filter(([other]) => other !== name).reduce((sum, [, one]) => sum + one.length, 0);
			if (others + text.length > room) throw new DOMException('full', 'QuotaExceededError');
			map.set(name, text);
		},
		removeItem: (name) => void map.delete(name)
	};
}

const refusing = new Proxy({} as Store, {
	get: () => {
		throw new DOMException('denied', 'SecurityError');
	}
});

it('gives back what it kept', () => {
	const browser = store();
	expect(kept(browser, now)).toEqual({ entries: new Map(), keeping: 'fine' });
	keep(browser, [anEntry()], now);
	keep(browser, [anEntry({ region: 'GM0599' })], now);
	const { entries, keeping } = kept(browser, now);
	expect([...entries.values()]).toEqual([anEntry(), anEntry({ region: 'GM0599' })]);
	expect(keeping).toBe('fine');
});

it('takes over what another window kept meanwhile, also when that is later', () => {
	const browser = store();
	const later = anEntry({ state: 'open', at: '2026-11-23T11:00:00.000Z' });
	keep(browser, [later, anEntry({ region: 'GM0599' })], now);
	const { entries } = keep(browser, [anEntry()], now);
	expect([...entries.values()]).toEqual([later, anEntry({ region: 'GM0599' })]);
});

it.each(['', '{"format":', write([anEntry()]).replace('"version":1', '"version":2'), write([anEntry({ region: '' })])])(
	'puts aside %.40j, to the letter, and begins again',
	(text) => {
		const browser = store(Infinity, { [KEY]: text });
		expect(kept(browser, now)).toEqual({ entries: new Map(), keeping: 'fine' });
		expect(putAside(browser)).toEqual([{ name: `${KEY}.aside.${now.toISOString()}`, text }]);
		keep(browser, [anEntry()], now);
		expect(kept(browser, now).entries.size).toBe(1);
		discard(browser, putAside(browser)[0]!.name);
		expect(putAside(browser)).toEqual([]);
		expect(kept(browser, now).entries.size).toBe(1);
	}
);

it('leaves what cannot be read where it is when there is no room to put it aside', () => {
	const browser = store(30, { [KEY]: 'x'.repeat(20) });
	expect(keep(browser, [anEntry()], now)).toMatchObject({ keeping: 'stuck' });
	expect(Object.fromEntries(browser.content)).toEqual({ [KEY]: 'x'.repeat(20) });
});

it('says that there is no room, and still gives back what was done', () => {
	const first = write([anEntry()]);
	const browser = store(first.length + 10, { [KEY]: first });
	const { entries, keeping } = keep(browser, [anEntry({ region: 'GM0599' })], now);
	expect([entries.size, keeping]).toEqual([2, 'full']);
	expect(browser.content.get(KEY)).toBe(first);
});

it('says that a browser keeps nothing, whether it gives no store or one that refuses', () => {
	for (const none of [null, refusing]) {
		const { entries, keeping } = keep(none, [anEntry()], now);
		expect([entries.size, keeping]).toEqual([1, 'refused']);
		expect(putAside(none)).toEqual([]);
		expect(() => discard(none, KEY)).not.toThrow();
	}
});

it('lets other things in the store be', () => {
	const browser = store(Infinity, { anders: 'x', [`${KEY}0`]: 'y' });
	keep(browser, [anEntry()], now);
	expect(putAside(browser)).toEqual([]);
	expect(browser.content.get('anders')).toBe('x');
});
