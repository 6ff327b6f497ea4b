import { describe, expect, it } from 'vitest';
import { seasonFactors } from './season.ts';

describe('seasonFactors', () => {
	const pattern = [1.1, 1.1, 1.05, 1, 1, 0.95, 0.95, 0.95, 0.95, 0.95, 1, 1];

	it('finds a pattern on a level series exactly', () => {
		const series = Array.from({ length: 36 }, (_, i) => 400 * pattern[i % 12]!);
		for (const [month, factor] of seasonFactors(series)!.entries()) expect(factor).toBeCloseTo(pattern[month]!, 10);
	});

	it('is hardly moved by a trend', () => {
		const series = Array.from({ length: 60 }, (_, i) => (400 - 2 * i) * pattern[i % 12]!);
		for (const [month, factor] of seasonFactors(series)!.entries())
			expect(Math.abs(factor - pattern[month]!)).toBeLessThan(0.005);
	});

	it('is null when a calendar month has no year around it', () => {
		expect(seasonFactors(Array.from({ length: 23 }, () => 1))).toBeNull();
		expect(seasonFactors(Array.from({ length: 24 }, () => 1))).not.toBeNull();
		expect(seasonFactors(Array.from({ length: 36 }, (_, i) => (i === 20 ? null : 1)))).toBeNull();
	});
});
