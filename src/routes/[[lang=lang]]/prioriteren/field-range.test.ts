import { expect, it } from 'vitest';
import { outreachTexts } from '$lib/messages/outreach.ts';
import { parseOutreach } from '$lib/url.ts';
import { fieldLabel, outreachRange } from './field-range.ts';

const fields = [
	'uren',
	'leren',
	...['bezoek', 'bellen', 'brief'].flatMap((c) => ['Uren', 'Antwoord', 'Hoogstens'].map((f) => c + f))
];

it.each(fields)('the form says of %s what the address takes', (name) => {
	const { least, most } = outreachRange(name)!;
	const ignored = (value: number) => parseOutreach(new URLSearchParams({ [name]: String(value) })).ignored;
	expect([ignored(least), ignored(most)]).toEqual([[], []]);
	expect(ignored(most + 1)).toEqual([name]);
	if (least > 0) expect(ignored(0)).toEqual([name]);
	for (const lang of ['nl', 'en'] as const) expect(fieldLabel(name, outreachTexts(lang))).toMatch(/^\p{L}/u);
});

it('a choice has a label and no range, and what is no field has neither', () => {
	expect(fieldLabel('gebied', outreachTexts('nl'))).toBe('Binnen welk gebied');
	expect(fieldLabel('bellenUren', outreachTexts('nl'))).toBe('telefoon: Uren per keer');
	expect(outreachRange('gebied')).toBeUndefined();
	expect(fieldLabel('toon', outreachTexts('nl'))).toBeUndefined();
});
