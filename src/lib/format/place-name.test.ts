import { expect, it } from 'vitest';
import { placeName, placeTitle } from './place-name.ts';

it('calls the country by its English name in English, and nothing else otherwise', () => {
	const country = { code: 'NL', name: 'Nederland' };
	expect([placeName(country, 'en'), placeTitle(country, 'en')]).toEqual(['the Netherlands', 'The Netherlands']);
	expect([placeName(country, 'nl'), placeTitle(country, 'nl')]).toEqual(['Nederland', 'Nederland']);
	for (const place of [
		{ code: 'GM0518', name: "'s-Gravenhage" },
		{ code: 'WK1', name: 'de Bilt' },
		{ code: 'WK2', name: 'Nederland' },
		{ code: 'NL', name: 'Archipel' }
	])
		expect([placeName(place, 'en'), placeTitle(place, 'en')]).toEqual([place.name, place.name]);
});
