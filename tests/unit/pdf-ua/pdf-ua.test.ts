import { describe, expect, it } from 'vitest';
import { briefPdf } from '../../../src/lib/server/brief/pdf.ts';
import { brief } from '../brief-sample.ts';
import { check } from './check.ts';
import { packed, unpacked } from './edit.ts';
import { faults } from './faults.ts';

const file = unpacked(await briefPdf(brief));

describe('a brief', () => {
	it('has none of the faults that a machine can find, in either language', async () => {
		expect(check(await briefPdf(brief))).toEqual([]);
		expect(check(await briefPdf({ ...brief, lang: 'en', title: 'Council brief Súdwest-Fryslân' }))).toEqual([]);
	});

	it('has none where there is little to tell, or nothing', async () => {
		const little = { trends: [], groups: [], comparison: null, rising: ['Niets.'] };
		expect(check(await briefPdf({ ...brief, ...little }))).toEqual([]);
		expect(check(await briefPdf({ ...brief, ...little, figures: null, short: [], publishedAt: null }))).toEqual([]);
	});

	it('has none after it was unpacked and packed again, so that what is found below was planted', () => {
		expect(check(packed(file))).toEqual([]);
	});
});

describe('a planted fault', () => {
	it.each(faults)('is found: $condition, $name', ({ condition, plant }) => {
		expect(check(packed(plant(file))).map((found) => found.condition)).toContain(condition);
	});
});
