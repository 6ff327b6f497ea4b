import { expect, it } from 'vitest';
import { codeName, marginOf, noticesOf, vintageName } from './names.ts';

it.each([
	['16-<25', '16 tot 25'],
	['65+', '65 of meer'],
	['onbekend', 'Onbekend'],
	['1 persoon', '1 persoon']
])('names the group %s "%s"', (name, words) => {
	expect(codeName(name, 'nl')).toBe(words);
});

it('gives each notice once, in the language asked for, and nothing when there is none', () => {
	const rows = [
		{ notice_nl: 'verzonnen', notice_en: 'invented' },
		{ notice_nl: 'verzonnen', notice_en: 'invented' },
		{ notice_nl: null, notice_en: null }
	];
	expect(noticesOf(rows, 'nl')).toEqual(['verzonnen']);
	expect(noticesOf(rows, 'en')).toEqual(['invented']);
	expect(noticesOf(rows.slice(2), 'nl')).toEqual([]);
});

it('leaves out a notice that another begins with', () => {
	const rows = ['Verzonnen.', 'Verzonnen. Om te laten zien.', 'Iets anders.'].map((text) => ({
		...{ notice_nl: text, notice_en: null }
	}));
	expect(noticesOf(rows, 'nl')).toEqual(['Verzonnen. Om te laten zien.', 'Iets anders.']);
});

it('claims a full count for registers only', () => {
	expect(marginOf('cbs', 'nl')).toContain('volledig geteld');
	expect(marginOf('table', 'nl')).not.toContain('volledig geteld');
	expect(marginOf(null, 'nl')).not.toContain('volledig geteld');
});

it('names a classification and keeps the name of a file to itself', () => {
	expect(vintageName('cbs:2024')).toBe('CBS 2024');
	expect(vintageName('places.csv')).toBeNull();
	expect(vintageName(null)).toBeNull();
});
