import { expect, it } from 'vitest';
import { foundIn } from './found.ts';

it('names the country that is found, or that a region is found in, in the language of who searches', () => {
	const country = { code: 'NL', name: 'Nederland', parent: null, other: { name: 'The Netherlands', isFormer: false } };
	expect(foundIn(country, 'en')).toEqual({ ...country, name: 'The Netherlands', other: null });
	expect(foundIn(country, 'nl')).toEqual(country);
	const part = { code: 'LD01', name: 'Noord-Nederland', parent: 'Nederland', other: null };
	expect(foundIn(part, 'en')).toEqual({ ...part, parent: 'the Netherlands' });
	const old = {
		code: 'GM0363',
		name: 'Amsterdam',
		parent: 'Groot-Amsterdam',
		other: { name: 'Weesp', isFormer: true }
	};
	expect(foundIn(old, 'en')).toEqual(old);
});
