import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import HistoryNotes from './HistoryNotes.svelte';
import Reliability from './Reliability.svelte';
import ReleaseLine from './ReleaseLine.svelte';
import Twin from './Twin.svelte';

const textOf = ({ body }: { body: string }) =>
	body
		.replace(/<[^>]*>|<!--.*?-->/g, '')
		.replace(/\s+/g, ' ')
		.trim();

const release = { id: 7, version: 2, publishedAt: new Date('2026-02-03'), replaces: null, vintage: 'cbs:2024' };

it('says of a provisional release that it may still be corrected, and of a final one that it is final', () => {
	const line = (status: 'provisional' | 'final') =>
		textOf(render(ReleaseLine, { props: { release: { ...release, status }, definition: '3', lang: 'nl' } }));
	expect(line('provisional')).toContain('voorlopig');
	expect(line('provisional')).toContain('De bron kan nog worden gecorrigeerd.');
	expect(line('final')).not.toContain('worden gecorrigeerd');
	for (const status of ['provisional', 'final'] as const)
		expect(line(status)).toMatch(/Indeling van de gebieden: CBS 2024\. Definitie: versie 3\./);
});

const regions = { first: '2024', vintage: 'CBS 2023' };
const note = (key: string, corrected: string[] = [], other: typeof regions | null = regions) => ({
	...{ key, title: `Titel ${key}`, period: '2024Q4', corrected, added: [], regions: other }
});
const notes = (...all: ReturnType<typeof note>[]) => render(HistoryNotes, { props: { notes: all, lang: 'nl' } });
const times = (text: string, words: string) => text.split(words).length - 1;

it('says once, for all releases that it holds for, that the division of areas changed', () => {
	const text = textOf(notes(note('a'), note('b')));
	expect(text).toContain('Titel a en Titel b.');
	expect(times(text, 'Vanaf 2024 geldt een andere indeling van gebieden dan die van CBS 2023.')).toBe(1);
});

it('keeps apart what differs between releases', () => {
	const text = textOf(notes(note('a', ['2023Q4']), note('b')));
	expect(times(text, 'Vanaf 2024 geldt')).toBe(2);
	expect(text).toContain('een oudere versie van het vierde kwartaal van 2023.');
	expect(textOf(notes())).toBe('');
});

it('leaves it to the words beside it to say that there is too little to say', () => {
	const letter = (one: 'B' | 'X') => render(Reliability, { props: { letter: one, lang: 'nl' } }).body;
	expect(textOf({ body: letter('B') })).toBe('B, betrouwbaar');
	expect(letter('X')).not.toContain('te weinig');
	expect(textOf({ body: letter('X') })).toBe('X');
});

it('says why there are two figures of one name, with the way to the other', () => {
	const twin = { title: 'Gebeurtenissen', other: 'Huishoudens', href: '/?cijfer=h.arm' };
	const { body } = render(Twin, { props: { twin: { ...twin, why: 'noise' }, lang: 'nl' } });
	expect(textOf({ body })).toContain('apart geteld voor “Gebeurtenissen”, met eigen ruis');
	expect(body).toContain('href="/?cijfer=h.arm"');
	expect(body).toContain('href="/gegevens#twee-cijfers"');
	expect(textOf(render(Twin, { props: { twin: { ...twin, why: 'year' }, lang: 'nl' } }))).toContain(
		'Over een heel jaar'
	);
	expect(textOf(render(Twin, { props: { twin: null, lang: 'nl' } }))).toBe('');
});
