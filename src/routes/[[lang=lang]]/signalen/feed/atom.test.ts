import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAtom } from '../../../../../tests/atom.ts';
import { atom, tagOf } from './atom.ts';
import type { Feed, FeedEntry } from './atom.ts';

const entry = (more: Partial<FeedEntry> = {}): FeedEntry => ({
	id: 'tag:voorzicht.nl,2026:nl/signaal/a.b/GM0363//2024Q1',
	title: 'Amsterdam (gemeente), Nieuwe achterstand – 15% meer',
	text: 'Zeer waarschijnlijk.',
	page: 'https://voorzicht.nl/regio/GM0363?indeling=x#a-b-bewaking',
	category: 'a.b',
	published: new Date('2026-01-02T03:04:05.000Z'),
	updated: new Date('2026-02-02T03:04:05.000Z'),
	...more
});

const feed = (more: Partial<Feed> = {}): Feed => ({
	id: 'tag:voorzicht.nl,2026:nl/signalen///',
	lang: 'nl-NL',
	title: 'Voorzicht: signalen',
	subtitle: 'Er staat 1 signaal open.',
	author: 'Voorzicht',
	updated: new Date('2026-02-02T03:04:05.000Z'),
	self: 'https://voorzicht.nl/signalen/feed.atom?cijfer=a.b&gebied=PV26',
	page: 'https://voorzicht.nl/signalen?cijfer=a.b&gebied=PV26',
	entries: [entry()],
	...more
});

it('is a feed by RFC 4287 that says what it was given', () => {
	const given = feed({ entries: [entry(), entry({ id: 'tag:voorzicht.nl,2026:2', published: null })] });
	const read = readAtom(atom(given));
	expect(read).toMatchObject({ id: given.id, title: given.title, self: given.self, page: given.page, lang: 'nl-NL' });
	expect(read.updated).toBe('2026-02-02T03:04:05.000Z');
	expect(read.entries.map(({ published }) => published)).toEqual(['2026-01-02T03:04:05.000Z', null]);
	expect(read.entries[0]).toMatchObject({
		title: entry().title,
		text: entry().text,
		page: entry().page,
		category: 'a.b'
	});
});

it('is a feed also when nothing is open', () => {
	expect(readAtom(atom(feed({ entries: [] }))).entries).toEqual([]);
});

it.each([
	'</title></entry><script>alert(1)</script>',
	'a & b &amp; c; "d" \'e\' ]]> <![CDATA[f]]> <!-- g -->',
	'’s-Gravenhage <IJ> 😀 &#x41; &nbsp;'
])('gives a name back to the letter: %s', (name) => {
	const { title, text, category } = readAtom(
		atom(feed({ entries: [entry({ title: name, text: name, category: name })] }))
	).entries[0]!;
	expect([title, text, category]).toEqual([name, name, name]);
});

it('stays a feed whatever a region is called', () => {
	const unit = fc.oneof(
		fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
		fc.constantFrom('<', '>', '&', '"', ']]>', '\0', '\ud83d')
	);
	fc.assert(
		fc.property(fc.string({ unit, maxLength: 40 }), (name) => {
			const page = `https://voorzicht.nl/regio/${encodeURIComponent(name.toWellFormed())}`;
			const id = tagOf('voorzicht.nl', 'nl', name.toWellFormed());
			const read = readAtom(atom(feed({ subtitle: `-${name}`, entries: [entry({ title: `-${name}`, page, id })] })));
			expect(read.entries).toHaveLength(1);
		})
	);
});

it('names a signal by the name of the server, in what such a name may hold', () => {
	expect(tagOf('Voorzicht.Example.nl', 'nl', 'signaal', 'a.b', 'GM 03/63', '', '2024Q1')).toBe(
		'tag:voorzicht.example.nl,2026:nl/signaal/a.b/GM%2003%2F63//2024Q1'
	);
	expect(tagOf('[::1]', 'x')).toBe('tag:voorzicht.invalid,2026:x');
	expect(tagOf('127.0.0.1', 'x')).toBe('tag:127.0.0.1,2026:x');
});

it('can be told from what is no feed', () => {
	const good = atom(feed());
	for (const bad of [
		good.replace('<updated>', '<updated>x'),
		good.replace(/<author>.*<\/author>\n/, ''),
		good.replace('Amsterdam', 'A&B'),
		good.replace('Amsterdam', '<b>A</b>'),
		good.replace('</feed>', ''),
		good.replace('https://voorzicht.nl/regio', '/regio'),
		good.replace('<entry>', `<entry>\n<id>tag:voorzicht.nl,2026:x</id>`),
		good.replace('Amsterdam', '\u0007'),
		atom(feed({ entries: [entry(), entry()] }))
	])
		expect(() => readAtom(bad)).toThrow('not a feed');
});
