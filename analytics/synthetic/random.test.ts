import { expect, it } from 'vitest';
import { Random, cumulate, normalCdf } from './random.ts';

const draws = (seed: number, stream: number): number[] => {
	const random = new Random(seed, stream);
	return Array.from({ length: 5 }, () => random.next());
};

it('repeats itself for a seed and stream, and differs for another', () => {
	expect(draws(7, 3)).toEqual(draws(7, 3));
	expect(new Set([draws(7, 3), draws(8, 3), draws(7, 4), draws(7 + 2 ** 32, 3)].map(([first]) => first)).size).toBe(4);
});

it('draws uniform and normal numbers with the right moments', () => {
	const random = new Random(1, 1);
	const n = 100_000;
	const uniform = Array.from({ length: n }, () => random.next());
	const normal = Array.from({ length: n }, () => random.normal());
	const mean = (values: number[]): number => values.reduce((a, b) => a + b) / n;
	// The seed is fixed: five standard errors, no chance involved in repeating.
	expect(Math.abs(mean(uniform) - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / n));
	expect(Math.abs(mean(normal))).toBeLessThan(5 / Math.sqrt(n));
	expect(Math.abs(mean(normal.map((z) => z * z)) - 1)).toBeLessThan(5 * Math.sqrt(2 / n));
});

it('picks in proportion to weights, never a weight of nothing', () => {
	const random = new Random(2, 1);
	const counts = [0, 0, 0, 0];
	for (let i = 0; i < 40_000; i++) counts[random.pick(cumulate([1, 0, 2, 1]))]!++;
	expect(counts[1]).toBe(0);
	expect(counts[2]! / 40_000).toBeCloseTo(0.5, 1);
});

it('draws dates whose day before is in the same month', () => {
	const random = new Random(3, 1);
	for (let i = 0; i < 1000; i++) expect(String(random.date(2023))).toMatch(/^2023(0[1-9]|1[0-2])(0[2-9]|1\d|2[0-8])$/);
});

it('normalCdf agrees with tabulated values', () => {
	expect(normalCdf(0)).toBeCloseTo(0.5, 6);
	expect(normalCdf(1.959963985)).toBeCloseTo(0.975, 6);
	expect(normalCdf(-2.326347874)).toBeCloseTo(0.01, 6);
});
