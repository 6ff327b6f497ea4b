import { describe, expect, it } from 'vitest';
import { oneOf } from './one-of.ts';

const figure = (share: number | null, reliability: 'A' | 'C' | 'D' | 'X' = 'A') =>
	share === null
		? { share, share_se: null, lower: null, upper: null, reliability }
		: { share, share_se: 0.002, lower: Math.max(0, share - 0.004), upper: share + 0.004, reliability };

describe('a share as a frequency', () => {
	it.each([
		[0.0625, 'ongeveer 1 van de 16 huishoudens'],
		[0.25, 'ongeveer 1 van de 4 huishoudens'],
		[0.29, 'ongeveer 3 van de 10 huishoudens'],
		[0.02, 'ongeveer 1 van de 50 huishoudens'],
		[0.0075, 'ongeveer 1 van de 130 huishoudens'],
		[0.66, 'ongeveer 2 van de 3 huishoudens'],
		[0.96, 'bijna alle huishoudens'],
		[0.0004, 'minder dan 1 van de 1.000 huishoudens'],
		[-0.001, 'minder dan 1 van de 1.000 huishoudens']
	])('%f is %s', (share, words) => {
		expect(oneOf(figure(share), 'household', 'nl')).toBe(words);
	});

	it('counts persons, in English', () => {
		expect(oneOf(figure(0.1), 'person', 'en')).toBe('about 1 in 10 persons');
	});

	it('says no more than the noise allows', () => {
		expect(oneOf(figure(0.01, 'D'), 'household', 'nl')).toBe('zeer onzeker, tussen 0,6% en 1,4% van de huishoudens');
		expect(oneOf(figure(null, 'X'), 'household', 'nl')).toBe('te weinig om iets over te zeggen');
		const bound = { ...figure(null, 'D'), lower: 0, upper: 0.034 };
		expect(oneOf(bound, 'household', 'nl')).toBe('minder dan 3,4% van de huishoudens');
	});

	it('never says a frequency further than an eighth from the share', () => {
		for (let share = 0.001; share < 0.95; share += 0.0007) {
			const words = oneOf(figure(share), 'household', 'en');
			const [, k, n] = /(\d+) in ([\d,]+)/.exec(words)!;
			expect(Math.abs(Number(k) / Number(n!.replace(',', '')) / share - 1), words).toBeLessThan(1 / 8);
		}
	});
});
