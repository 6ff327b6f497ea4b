import { describe, expect, it } from 'vitest';
import { Random } from '../random.ts';
import {
	attainableCorrelation,
	correlation,
	meanAbsoluteDifference,
	ratioError,
	samplingDifference,
	type Pair
} from './statistics.ts';

const pairs: Pair[] = [
	{ published: 0.1, synthetic: 0.2, weight: 1 },
	{ published: 0.2, synthetic: 0.2, weight: 2 },
	{ published: 0.4, synthetic: 0.5, weight: 1 }
];

it('correlation and mean difference are weighted', () => {
	// Means 0.225 and 0.275; covariance 0.25 x (0.125 x 0.075) + 0.5 x (0.025 x 0.075) + 0.25 x (0.175 x 0.225) = 0.013125;
	// variances 0.011875 and 0.016875.
	expect(correlation(pairs)).toBeCloseTo(0.013125 / Math.sqrt(0.011875 * 0.016875), 12);
	expect(meanAbsoluteDifference(pairs)).toBeCloseTo(0.05, 12);
});

describe('what sampling allows', () => {
	// 400 municipalities drawn 200 times: the averages have standard errors below 0.0015 and 0.0001, so that bounds of five of
	// them fail less than once in a million runs; the seed is fixed besides.
	const random = new Random(1, 1);
	const published = Array.from({ length: 400 }, () => 0.03 + 0.08 * random.next());
	const draw = (): Pair[] =>
		published.map((share) => {
			let k = 0;
			for (let i = 0; i < 150; i++) if (random.next() < share) k++;
			return { published: share, synthetic: k / 150, weight: 150 };
		});

	it('is what binomial draws show', () => {
		const draws = Array.from({ length: 200 }, draw);
		const mean = (value: (pairs: Pair[]) => number) => draws.reduce((sum, one) => sum + value(one), 0) / draws.length;
		expect(Math.abs(mean(correlation) - attainableCorrelation(draws[0]!))).toBeLessThan(0.0075);
		// The normal approximation is some percent off where seven households are expected.
		expect(Math.abs(mean(meanAbsoluteDifference) / samplingDifference(draws[0]!) - 1)).toBeLessThan(0.03);
	});
});

it('ratioError is that of independent shares', () => {
	// Relative variances 0.9 / 10 and 0.95 / 50 of shares 10 / 100 and 50 / 1000.
	expect(ratioError(0.1, 100, 0.05, 1000)).toBeCloseTo(2 * Math.sqrt(0.09 + 0.019), 12);
});
