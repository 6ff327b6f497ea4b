import { expect, it } from 'vitest';
import { chiSquareTest, normalised } from '../audit/chi-square.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { discreteLaplace } from './discrete-laplace.ts';

/** False alarm 1e-6 each, at a fixed seed. */
it.each([1, 3, 40])('follows the law of scale %i', (t) => {
	const entropy = new SeededEntropy(11);
	const draws = Float64Array.from({ length: 100_000 }, () => discreteLaplace(t, entropy));
	const a = Math.exp(-1 / t);
	const pmf = normalised(40 * t, (x) => a ** Math.abs(x));
	expect(chiSquareTest(draws, pmf)).toBeGreaterThan(1e-6);
	const variance = (2 * a) / (1 - a) ** 2;
	const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
	expect(Math.abs(mean) / Math.sqrt(variance / draws.length)).toBeLessThan(6);
});

it('never gives minus zero', () => {
	const entropy = new SeededEntropy(12);
	for (let i = 0; i < 2000; i++) expect(Object.is(discreteLaplace(1, entropy), -0)).toBe(false);
});
