import { describe, expect, it } from 'vitest';
import { groupsOf, trendsOf } from './charts.server.ts';
import { figuresOf, shortOf } from './figures.server.ts';
import { definitionsOf, howOf } from './how.server.ts';
import { pastOf } from './past.server.ts';
import { risingOf } from './rising.server.ts';
import type { Told } from './told.ts';

const figure = { share: 0.0625, share_se: 0.002, lower: 0.0586, upper: 0.0664, reliability: 'A' };
const hidden = { share: null, share_se: null, lower: null, upper: null, reliability: 'X' };
const quiet = {
	...{ state: 'quiet', against: 'nation', p_event: 0.1, detectable: 0.2, opened: null, watched_by_name: null },
	...{ rise: 0.01, rise_sd: 0.02 }
};

/** What a brief may be told of one indicator; only what these functions read. */
const told = (parts: Record<string, unknown> = {}) =>
	({
		...{
			label: 'Laag inkomen',
			period: '2023',
			unit: 'household',
			figure,
			comparison: null,
			change: null,
			watch: null
		},
		...{ trend: null, series: [], groups: [], said: 'Huishoudens, 2023', source: 'cbs', title: 'Huishoudens' },
		...{ description: 'Een inkomen onder de grens.', definition: '1' },
		release: { version: 2, status: 'final', publishedAt: new Date('2026-11-23T09:00:00Z'), vintage: 'cbs:2024' },
		...parts
	}) as unknown as Told;

describe('the first figures', () => {
	it('are frequencies, beside the country', () => {
		expect(shortOf([told({ comparison: 'Waarschijnlijk hoger dan Nederland, maar niet zeker.' })], 'nl')).toEqual([
			'Laag inkomen: ongeveer 1 van de 16 huishoudens in 2023. Waarschijnlijk hoger dan Nederland, maar niet zeker.'
		]);
	});

	it('are three at most', () => {
		expect(shortOf([told(), told(), told(), told()], 'nl')).toHaveLength(3);
	});
});

describe('the table', () => {
	it('has share, interval, letter and change', () => {
		const change = { previous: '2022', change: -0.011, change_se: 0.003, p_rise: 0, is_signal: false };
		const release = { ...told().release, status: 'provisional' };
		expect(figuresOf([told({ change, release })], 'nl')?.rows).toEqual([
			[
				...['Laag inkomen, 2023 (voorlopig)', '6,3%', 'tussen 5,8% en 6,7%', 'A'],
				'-1,1 procentpunt sinds 2022 (van -1,7 tot -0,5)'
			]
		]);
	});

	it('tells nothing of a figure that is withheld, nor how it changed', () => {
		const change = { previous: '2022', change: -0.011, change_se: 0.003, p_rise: 0, is_signal: false };
		expect(figuresOf([told({ figure: hidden, change })], 'nl')?.rows).toEqual([
			['Laag inkomen, 2023', 'geen', 'te weinig om iets over te zeggen', 'X', 'niet bekend']
		]);
		expect(figuresOf([], 'nl')).toBeNull();
	});
});

describe('what rises', () => {
	it('begins with open signals: how sure, how much, since when', () => {
		const signal = { ...quiet, state: 'signal', p_event: 0.95, rise: 0.2, rise_sd: 0.05, opened: '2024Q3' };
		const [first, second] = risingOf([told({ watch: quiet, label: 'Schulden' }), told({ watch: signal })], 'nl');
		expect(first).toMatch(
			/^Laag inkomen\. Zeer waarschijnlijk: .*20% meer dan een jaar eerder.*het derde kwartaal van 2024\.$/
		);
		expect(second).toBe('We zien niets stijgen bij: Schulden.');
	});

	it('says what nobody could see, and what is not watched', () => {
		const small = told({ watch: { ...quiet, state: 'too_small' } });
		expect(risingOf([small, told()], 'nl')).toEqual([
			'Te klein om alleen te bewaken: Laag inkomen.',
			'De andere cijfers worden niet bewaakt. Daarvoor zijn genoeg periodes nodig, en een gebied dat groot genoeg is.'
		]);
		expect(risingOf([told()], 'nl')[0]).toMatch(/^De cijfers van dit gebied worden niet bewaakt\./);
	});

	it('names a rise by the simple test only where nothing better is known', () => {
		const change = { previous: '2022', change: 0.011, change_se: 0.003, p_rise: 1, is_signal: true };
		expect(risingOf([told({ change })], 'nl')[0]).toBe(
			'Laag inkomen: 1,1 procentpunt erbij sinds 2022. Deze stijging is groter dan ruis en toeval.'
		);
		expect(risingOf([told({ change, watch: quiet })], 'nl')).toEqual(['We zien niets stijgen bij: Laag inkomen.']);
		expect(risingOf([told({ change: { ...change, change: -0.011 } })], 'nl')).toHaveLength(1);
	});
});

describe('charts', () => {
	const trend = { bandsShow: true, input: { kind: 'trend', region: [], reference: [], referenceName: 'Nederland' } };
	const series = [{ period: '2023', words: '6% (tussen 5% en 7%)', reliability: 'A' }];

	it('say in words all that they show, two beside each other', () => {
		const charts = trendsOf(
			[told({ trend, series }), told(), told({ trend, series }), told({ trend, series })],
			'Ede',
			'nl'
		);
		expect(charts).toHaveLength(2);
		expect(charts[0]!.alt).toBe('Lijngrafiek. Laag inkomen in Ede, per periode. 2023: 6% (tussen 5% en 7%).');
	});

	it('count the groups that they leave out', () => {
		const rows = Array.from({ length: 11 }, (_, i) => ({ name: `groep ${i}`, words: '6%', reliability: 'A' }));
		const [chart] = groupsOf([told({ groups: [{ name: 'leeftijd', table: rows, input: { rows } }] })], 'nl');
		expect(chart!.table.rows).toHaveLength(9);
		expect(chart!.alt).toContain('groep 8: 6%.');
		expect(chart!.alt).not.toContain('groep 9');
		expect(chart!.note).toMatch(/En nog 2 op de website\.$/);
	});
});

describe('how to read it', () => {
	it('says each release, margin and definition once, and no empty definition', () => {
		const all = [told(), told(), told({ label: 'WW', description: '' })];
		const lines = howOf(all, 'https://voorzicht.example', 'nl');
		expect(lines.filter((line) => line.includes('Versie 2 van 23 november 2026, definitief.'))).toHaveLength(1);
		// Where there is no room for the definitions, their versions still stand.
		expect(lines).toContain('Definities. Laag inkomen: versie 1; WW: versie 1.');
		expect(lines.join(' ')).toContain('https://voorzicht.example');
		expect(howOf([told(), told({ label: 'WW', definition: null })], '', 'nl')).toContain(
			'Definities. Laag inkomen: versie 1. De andere definities staan op de website.'
		);
		const [vintage, ...definitions] = definitionsOf(all, 'nl');
		expect(vintage).toContain('CBS 2024');
		expect(definitions).toEqual(['Laag inkomen: Een inkomen onder de grens. Definitie: versie 1.']);
	});

	it('says what has changed of the past', () => {
		const note = { key: 'a', title: 'Instroom', period: '2024Q4', corrected: ['2023'], added: [], regions: null };
		expect(pastOf([note], 'nl')[0]).toMatch(/^Instroom\. .*het vierde kwartaal van 2024.*2023\. /);
		expect(pastOf([], 'nl')).toEqual([]);
	});
});
