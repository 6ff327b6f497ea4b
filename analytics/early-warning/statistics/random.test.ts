import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const N = 40_000;

function moments(draw: () => number): { mean: number; variance: number } {
	const values = Array.from({ length: N }, draw);
	const mean = values.reduce((a, b) => a + b, 0) / N;
	return { mean, variance: values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / N };
}

describe('Random', () => {
	it('repeats itself from a seed, and no other', () => {
		const draw = (seed: number) =>
			Array.from(
				{ length: 8 },
				(
					(random) => () =>
						random.uniform()
				)(new Random(seed))
			);
		expect(draw(7)).toEqual(draw(7));
		expect(draw(7)).not.toEqual(draw(8));
		expect(draw(2 ** 32 - 1).every((u) => u > 0 && u < 1)).toBe(true);
	});

	// Seeds are fixed; with a fresh one a mean would be off by 5 standard errors once in two million runs.
	it.each<[string, (random: Random) => number, number, number]>([
		['uniform', (random) => random.uniform(), 1 / 2, 1 / 12],
		['whole numbers below 10', (random) => random.below(10), 4.5, 8.25],
		['normal', (random) => random.normal(), 0, 1],
		['gamma of a small shape', (random) => random.gamma(0.3), 0.3, 0.3],
		['gamma', (random) => random.gamma(12.5), 12.5, 12.5],
		['Poisson', (random) => random.poisson(2.5), 2.5, 2.5],
		['Poisson of a large mean', (random) => random.poisson(230), 230, 230],
		['over-dispersed count', (random) => random.count(50, 1.3), 50, 65],
		['count of none', (random) => random.count(0, 1.3), 0, 0]
	])('draws %s with its mean and variance', (_, draw, mean, variance) => {
		const random = new Random(20_261_123);
		const drawn = moments(() => draw(random));
		expect(Math.abs(drawn.mean - mean)).toBeLessThanOrEqual(5 * Math.sqrt(variance / N));
		// A squared deviation has a variance of at most 8 variance^2, but for the very skew gamma of shape 0.3.
		expect(Math.abs(drawn.variance - variance)).toBeLessThanOrEqual(5 * variance * Math.sqrt(30 / N));
	});
});
