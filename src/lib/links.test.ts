import { expect, it } from 'vitest';
import { otherLanguage } from './links.ts';

const to = (lang: 'nl' | 'en', address: string) => otherLanguage(lang, new URL(address, 'https://voorzicht.example'));

it('leads to the same view in the other language', () => {
	expect(to('nl', '/')).toBe('/en');
	expect(to('en', '/en')).toBe('/');
	expect(to('nl', '/regio/GM0363?toon=alle')).toBe('/en/regio/GM0363?toon=alle');
	expect(to('en', '/en/regio/GM0363?toon=alle')).toBe('/regio/GM0363?toon=alle');
});

it.each(['/en//evil.example/x', '/en/\\evil.example', '/en///evil.example', '//evil.example/x'])(
	'never to another site: %s',
	(path) => {
		for (const lang of ['nl', 'en'] as const) {
			const here = `https://voorzicht.example${path}`;
			const link = otherLanguage(lang, new URL(here));
			expect(new URL(link, here).host).toBe('voorzicht.example');
		}
	}
);
