import { expect, it } from 'vitest';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { bernoulliExp } from './bernoulli-exp.ts';

it('is certain at 0 and draws independently of what went before', () => {
	const entropy = new SeededEntropy(7);
	for (let i = 0; i < 1000; i++) expect(bernoulliExp(0, 1, entropy)).toBe(true);
});

/** False alarm below 1e-8 (|z| > 6), at a fixed seed. */
it.each([
	[1, 3],
	[5, 2],
	[2 ** 45, 2 ** 46 + 1]
])('comes true as often as exp(-%d/%d)', (a, b) => {
	const entropy = new SeededEntropy(8);
	const draws = 200_000;
	let hits = 0;
	for (let i = 0; i < draws; i++) if (bernoulliExp(a, b, entropy)) hits++;
	const p = Math.exp(-a / b);
	expect(Math.abs(hits - draws * p) / Math.sqrt(draws * p * (1 - p))).toBeLessThan(6);
});
