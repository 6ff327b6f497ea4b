import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { palette, printable } from './look.ts';

const tokens = readFileSync(new URL('../../../theme/tokens.css', import.meta.url), 'utf8');
const print = readFileSync(new URL('../../../print.css', import.meta.url), 'utf8');
const colours = (css: string) => new Map([...css.matchAll(/--([\w-]+): (#[0-9a-f]{3,8});/g)].map(([, n, c]) => [n, c]));
const [day = '', night = ''] = tokens.split('@media (prefers-color-scheme: dark)');

it('has the colours of the pages by day', () => {
	const found = colours(day);
	expect(found.size).toBeGreaterThan(15);
	for (const [name, colour] of Object.entries(palette)) expect(found.get(name), name).toBe(colour);
});

it('prints no colour of the night', () => {
	const [onPaper, byNight] = [colours(print), colours(night)];
	expect(byNight.size).toBeGreaterThan(15);
	for (const [name, colour] of byNight) {
		expect(onPaper.has(name), name).toBe(true);
		expect(onPaper.get(name), name).not.toBe(colour);
	}
});

describe('letters', () => {
	it('keeps those of Dutch, Frisian and German names', () => {
		const names = "Súdwest-Fryslân, 's-Gravenhage, Zoeterwoude–Rijndijk, Düsseldorf, “Curaçao”, €";
		expect(printable(names)).toBe(names);
	});

	it('takes the accent off a letter that the font has not, and asks where it has none of it', () => {
		expect(printable('Łódź ș 漢')).toBe('?ódz s ?');
	});

	it('has no blanks but spaces, so that none becomes a box', () => {
		expect(printable('1\u202f000 a\tb')).toBe('1 000 a b');
	});
});
