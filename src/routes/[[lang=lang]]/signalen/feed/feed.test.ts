import { describe, expect, it } from 'vitest';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';
import { readAtom } from '../../../../../tests/atom.ts';
import type { Asked } from '../asked.server.ts';
import { atom } from './atom.ts';
import { feedOf, releasesBefore } from './feed.server.ts';

const release = (period: string, more: Partial<Indicator> = {}) =>
	({
		...{ spec: 'betalen', id: 'achterstand', period, tree: 'eilanden', release: Number(period.replace('Q', '')) },
		...{ label_nl: 'Nieuwe achterstand', label_en: 'New arrears', groups: [], notice_nl: null, notice_en: null },
		published_at: new Date(`${period.slice(0, 4)}-12-0${period.at(-1)}T12:00:00Z`),
		...more
	}) as unknown as Indicator;

const [now, before] = [release('2024Q4'), release('2024Q3')];
const rows = [now, before, release('2024Q2')];
const asked = (more: object = {}) =>
	({
		...{ ignored: [], rows, mainTree: 'eilanden', chosen: null, periods: [], releases: [now] },
		regions: { level: undefined, within: undefined },
		...more
	}) as unknown as Asked;

const signal = (region: string, more: Partial<OpenSignal> = {}) =>
	({
		...{ spec: 'betalen', period: '2024Q4', indicator: 'achterstand', tree: 'eilanden', attribute: '', code: '' },
		...{ region, region_name: `Eiland ${region}`, level: 'gemeente', against: 'nation', estimate: 1.3 },
		...{ rise: 0.2, rise_sd: 0.03, p_event: 0.97, opened: '2024Q2', onset: '2024Q2', is_signal: null },
		...{ explained_by: null, explained_by_name: null, explained_by_level: null, total: 1, expected_false: 0.03 },
		...more
	}) as OpenSignal;
const earlier = (region: string, more: Partial<OpenSignal> = {}) => signal(region, { period: '2024Q3', ...more });

type Found = Parameters<typeof feedOf>[1];
const read = (found: Partial<Found>, lang: 'nl' | 'en' = 'nl', of: Asked = asked()) =>
	readAtom(
		atom(feedOf(of, { open: [], supply: [], earlier: [], ...found }, new URL('https://v.nl/signalen/feed.atom'), lang))
	);
const textsOf = (found: Partial<Found>) => read(found).entries.map(({ text }) => text);

describe('a signal that is open', () => {
	it('is an entry, and no second one because it was open before', () => {
		const { entries, subtitle } = read({ open: [signal('K7')], earlier: [earlier('K7')] });
		expect(entries.map(({ title }) => title)).toEqual([
			'Eiland K7 (gemeente), Nieuwe achterstand – 20% meer, zeer waarschijnlijk'
		]);
		expect(subtitle).toMatch(/^Er staat 1 signaal open\./);
		expect(entries[0]!.published).toBe('2024-12-02T12:00:00.000Z');
	});

	it('says why it has no size: few people, or a change of supply', () => {
		const none = { rise: null, rise_sd: null };
		const [few, changed] = textsOf({ open: [signal('K7', { ...none, estimate: null }), signal('K8', none)] });
		expect(few).toContain('Het gaat om heel weinig mensen. Daarom zeggen we niet hoe groot de stijging is.');
		expect(changed).toContain('De levering is in dit jaar veranderd. Daarom zeggen we niet hoe groot de stijging is.');
		expect(`${few} ${changed}`).not.toMatch(/\d%/);
	});
});

describe('a signal that was open in the period before', () => {
	it('is told once more when it is not open now, after those that are', () => {
		const { entries } = read({ open: [signal('K7')], earlier: [earlier('K7'), earlier('K9')] });
		expect(entries.map(({ title }) => title)).toEqual([
			expect.stringMatching(/^Eiland K7 /),
			'Niet meer open: Eiland K9 (gemeente), Nieuwe achterstand'
		]);
		expect(entries[1]!.text).toBe(
			'Dit signaal staat niet meer open: we zien de stijging niet meer. Het stond nog open in het derde kwartaal van 2024.'
		);
	});

	it('is put down to the supply when that is suspected now, also where its size is withheld', () => {
		const suspected = [signal('K9', { rise: null, rise_sd: null, estimate: null })];
		for (const was of [earlier('K9'), earlier('K9', { rise: null, rise_sd: null, estimate: null })]) {
			const [text] = textsOf({ supply: suspected, earlier: [was] });
			expect(text).toMatch(/^Dit signaal staat niet meer open\. Nu lijkt het aan de levering van gegevens te liggen\./);
		}
		expect(textsOf({ supply: suspected, earlier: [earlier('K8')] })[0]).toContain('we zien de stijging niet meer');
	});

	it('is another one when it opened again since, and keeps the name that it had', () => {
		const again = signal('K7', { opened: '2024Q4' });
		const { entries } = read({ open: [again], earlier: [earlier('K7')] });
		expect(entries).toHaveLength(2);
		const [id] = read({ open: [signal('K7')] }).entries.map((one) => one.id);
		expect([entries[0]!.id === id, entries[1]!.id === id]).toEqual([false, true]);
	});

	it('is of one group or of everyone, which are not the same signal', () => {
		const group = { attribute: 'leeftijd', code: '65+' };
		const { entries } = read({ open: [signal('K7')], earlier: [earlier('K7', group)] });
		expect(entries[1]!.title).toBe('Niet meer open: Eiland K7 (gemeente), Nieuwe achterstand, leeftijd: 65 of meer');
	});

	it('is told in English as well', () => {
		const { entries, subtitle } = read({ earlier: [earlier('K9')] }, 'en');
		expect(entries[0]!.title).toBe('No longer open: Eiland K9 (municipality), New arrears');
		expect(entries[0]!.text).toContain('It was still open in the third quarter of 2024.');
		expect(subtitle).toMatch(/^No signals are open\./);
	});
});

describe('the period before', () => {
	it('is the latest one before that of each release', () => {
		expect(releasesBefore(asked())).toEqual([before]);
		expect(releasesBefore(asked({ releases: [rows[2]] }))).toEqual([]);
		const year = [release('2023', { spec: 'jaar' }), release('2022', { spec: 'jaar' })];
		expect(releasesBefore(asked({ rows: [...rows, ...year], releases: [now, year[0]!] }))).toEqual([before, year[1]]);
	});

	it('within a region is the latest one on the same regions', () => {
		const moved = release('2024Q3', { tree: 'oud' });
		const within = { level: undefined, within: { code: 'E', name: 'Eilanden' } };
		expect(releasesBefore(asked({ rows: [now, moved] }))).toEqual([moved]);
		expect(releasesBefore(asked({ rows: [now, moved, rows[2]!], regions: within }))).toEqual([rows[2]]);
	});
});
