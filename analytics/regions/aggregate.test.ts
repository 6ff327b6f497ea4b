import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { aggregateTo } from './aggregate.ts';
import { gemeentenIn } from './nederland.ts';

/** A whole figure for every municipality, none alike, some below zero as noise makes them. */
const figures = new Map(gemeentenIn(2018).map(({ code }, i) => [code, ((i * 7919) % 9973) - 50]));
const total = (some: ReadonlyMap<string, number>): number => [...some.values()].reduce((a, b) => a + b, 0);

describe('aggregateTo', () => {
	it('keeps the total, in whole numbers exactly', () => {
		const whole = aggregateTo(figures, 2018, 2024, 'whole');
		expect(total(whole)).toBe(total(figures));
		expect([...whole.values()].every(Number.isInteger)).toBe(true);
		expect([...whole.keys()].sort()).toEqual(gemeentenIn(2024).map(({ code }) => code));
		expect(total(aggregateTo(figures, 2018, 2024))).toBeCloseTo(total(figures), 6);
	});

	it('adds up whole municipalities', () => {
		const sum = ['GM0545', 'GM0620', 'GM0707'].reduce((at, code) => at + figures.get(code)!, 0);
		expect(aggregateTo(figures, 2018, 2024).get('GM1961')).toBe(sum);
	});

	it('divides by addresses, and gives what is left to the largest remainders', () => {
		const haaren = new Map(['GM0757', 'GM0824', 'GM0855', 'GM0865'].map((code) => [code, 0]));
		haaren.set('GM0788', 10);
		// 10 x 881, 2308, 541 and 2009 of 5739: 1.54, 4.02, 0.94 and 3.50.
		expect(aggregateTo(haaren, 2020, 2021, 'whole')).toEqual(
			new Map([
				['GM0757', 2],
				['GM0824', 4],
				['GM0855', 1],
				['GM0865', 3]
			])
		);
		expect(aggregateTo(haaren, 2020, 2021).get('GM0757')).toBeCloseTo(8810 / 5739, 12);
	});

	it('keeps a figure below zero whole, too', () => {
		const haaren = new Map(['GM0757', 'GM0824', 'GM0855', 'GM0865'].map((code) => [code, 0]));
		haaren.set('GM0788', -7);
		const parts = aggregateTo(haaren, 2020, 2021, 'whole');
		expect(total(parts)).toBe(-7);
		expect([...parts.values()].every((part) => part <= 0)).toBe(true);
	});

	it('gives no figure where nothing of a municipality is known', () => {
		expect(aggregateTo(new Map([['GM0599', 3]]), 2018, 2024)).toEqual(new Map([['GM0599', 3]]));
	});

	it('refuses a municipality of which a part is missing', () => {
		expect(() => aggregateTo(new Map([['GM0363', 3]]), 2022, 2023)).toThrow(/GM0363 took in GM0457, of which there is/);
	});

	it('refuses what is no municipality, and what is no whole number where one is asked', () => {
		expect(() => aggregateTo(new Map([['GM1961', 3]]), 2018, 2024)).toThrow(InputError);
		expect(() => aggregateTo(new Map([['GM0599', 3.5]]), 2018, 2024, 'whole')).toThrow(/no whole number/);
		expect(() => aggregateTo(new Map([['GM0599', Number.NaN]]), 2018, 2024)).toThrow(/no number/);
	});
});
