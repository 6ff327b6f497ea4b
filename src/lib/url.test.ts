import { describe, expect, it } from 'vitest';
import { href, otherLanguage, regionHref } from './links.ts';
import { MOST_COMPARED, parseComparison, parseOutreach, parseOverview, parseSearch } from './url.ts';

const params = (text: string) => new URLSearchParams(text);

describe('the state of a view in its address', () => {
	it('reads what is well formed', () => {
		const { state, ignored } = parseOverview(params('cijfer=nl.low-income&periode=2023&niveau=gemeente&toon=alle'));
		expect(state).toEqual({ cijfer: 'nl.low-income', periode: '2023', niveau: 'gemeente', toon: 'alle' });
		expect(ignored).toEqual([]);
	});

	it('reports what is malformed and leaves the rest in place', () => {
		const { state, ignored } = parseOverview(params('cijfer=<script>&kaart=rond&volgorde=naam'));
		expect(state).toEqual({ volgorde: 'naam' });
		expect(ignored).toEqual(['cijfer', 'kaart']);
	});

	it('takes an empty value as no choice, as a form without a choice sends it', () => {
		expect(parseOverview(params('cijfer=&periode='))).toEqual({ state: {}, ignored: [] });
	});

	it('refuses a search text that is too long', () => {
		expect(parseSearch(params(`q=${'a'.repeat(81)}`)).ignored).toEqual(['q']);
		expect(parseSearch(params('q=%20Almere%20')).state.q).toBe('Almere');
	});

	it('writes an address that reads back to the same state', () => {
		const state = { cijfer: 'nl-1.low-income', periode: '2023 Q1', niveau: 'wijk', kaart: 'grenzen' } as const;
		const url = new URL(href('en', '/', state), 'http://x');
		expect(url.pathname).toBe('/en');
		expect(parseOverview(url.searchParams)).toEqual({ state, ignored: [] });
	});

	it('escapes a region code', () => {
		expect(regionHref('nl', 'Lower Austria/é', 'at')).toBe('/regio/Lower%20Austria%2F%C3%A9?indeling=at');
	});

	it.each([
		['/', '/en'],
		['/regio/GM0034?indeling=x', '/en/regio/GM0034?indeling=x'],
		['/enkhuizen', '/en/enkhuizen']
	])('turns %s into %s and back', (dutch, english) => {
		expect(otherLanguage('nl', new URL(dutch, 'http://x'))).toBe(english);
		expect(otherLanguage('en', new URL(english, 'http://x'))).toBe(dutch);
	});

	it('reports a null character, which no text in the database holds', () => {
		expect(parseSearch(params('q=a%00b'))).toEqual({ state: {}, ignored: ['q'] });
		expect(parseComparison(params('gebied=%00&zoek=%00'))).toEqual({
			state: { gebied: [], groep: [] },
			ignored: ['zoek', 'gebied'],
			more: false
		});
	});

	it('reads the regions of a comparison in their order, each once, five at most', () => {
		const gebied = ['GM0363', 'GM0599'];
		const url = new URL(
			href('nl', '/vergelijken', { cijfer: 'nl.debts', gebied: [...gebied, 'GM0363', ''] }),
			'http://x'
		);
		expect(url.search).toBe('?cijfer=nl.debts&gebied=GM0363&gebied=GM0599&gebied=GM0363');
		expect(parseComparison(url.searchParams)).toEqual({
			state: { cijfer: 'nl.debts', gebied, groep: [] },
			ignored: [],
			more: false
		});
		const many = params(Array.from({ length: 7 }, (_, i) => `gebied=GM${i}`).join('&'));
		const { state, ignored, more } = parseComparison(many);
		expect(state.gebied).toHaveLength(MOST_COMPARED);
		// Every one of them is known: there are only too many.
		expect({ ignored, more }).toEqual({ ignored: [], more: true });
		expect(parseComparison(params(`gebied=${'x'.repeat(65)}`))).toEqual({
			state: { gebied: [], groep: [] },
			ignored: ['gebied'],
			more: false
		});
		const groups = parseComparison(params('groep=age.65-74&groep=&groep=age.0-24&groep=age.65-74&groep=%00'));
		expect(groups).toEqual({
			state: { gebied: [], groep: ['age.65-74', 'age.0-24'] },
			ignored: ['groep'],
			more: false
		});
	});

	it('reads numbers of an outreach plan with a point or a comma, within bounds', () => {
		const read = (query: string) => parseOutreach(params(query));
		expect(read('uren=37,5&briefUren=0.05&bellenHoogstens=0&leren=10&eerlijk=nee')).toEqual({
			state: { uren: 37.5, briefUren: 0.05, bellenHoogstens: 0, leren: 10, eerlijk: 'nee' },
			ignored: []
		});
		const wrong = 'uren=-1&bezoekUren=0&bezoekAntwoord=101&bezoekHoogstens=1,5&leren=11&briefUren=1e3&groep=a-b';
		const { state, ignored } = read(wrong);
		expect(state).toEqual({});
		expect(ignored.sort()).toEqual(
			['uren', 'bezoekUren', 'bezoekAntwoord', 'bezoekHoogstens', 'leren', 'briefUren', 'groep'].sort()
		);
	});
});
