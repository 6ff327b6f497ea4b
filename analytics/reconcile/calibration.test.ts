import { chiSquareTail, discreteGaussian, Rational } from 'diffprivlib-js';
import { expect, it } from 'vitest';
import type { Domain } from '../contract/domain.ts';
import { SeededEntropy } from '../privacy/testing/seeded-entropy.ts';
import { reconcile } from './reconcile.ts';
import { shareOf } from './share.ts';
import { designRow, normal, randomDomain, randomSource } from './testing.ts';

const { domain, unknowns } = randomDomain(randomSource(3));
const truth = Array.from({ length: unknowns.size }, (_, i) => 40 + ((i * 37) % 60));

function release(random: () => number) {
	return domain.tables.map(({ id }, q) => ({
		id,
		sigma2: `${25 + 10 * q}/1`,
		counts: Float64Array.from(unknowns.rows[q]!, (row) => {
			const exact = row.reduce((sum, r, j) => sum + r * truth[j]!, 0);
			return exact + Math.sqrt(25 + 10 * q) * normal(random);
		})
	}));
}

it('covers: 95 % intervals hold the truth in every table, and the integrity test holds its level', () => {
	const entropy = new SeededEntropy(20_240_101);
	const samplers = domain.tables.map((_, q) => discreteGaussian(Rational.of(25 + 10 * q)));
	const exact = unknowns.rows.map((rows) => rows.map((row) => row.reduce((sum, r, j) => sum + r * truth[j]!, 0)));
	const releases = 10_000;
	const missed = domain.tables.map(() => 0);
	let rejected = 0;
	for (let i = 0; i < releases; i++) {
		const noisy = domain.tables.map(({ id }, q) => ({
			id,
			sigma2: `${25 + 10 * q}/1`,
			counts: Float64Array.from(exact[q]!, (x) => x + samplers[q]!.sample(entropy))
		}));
		const estimates = reconcile(domain, noisy);
		for (const [q, { id }] of domain.tables.entries()) {
			const { estimate, variance } = estimates.table(id);
			exact[q]!.forEach((x, cell) => {
				if (Math.abs(estimate[cell]! - x) > 1.959964 * Math.sqrt(variance[cell]!)) missed[q]! += 1 / exact[q]!.length;
			});
		}
		if (estimates.integrity().p! < 0.05) rejected++;
	}
	// One cell in 10,000 releases has a standard deviation of 0.22 %: outside 94-96 % with probability 5e-6 a table. The level
	// of the test: Binomial(10000, 0.05), standard deviation 21.8; 98 is 4.5 of them, probability 7e-6.
	for (const misses of missed) expect(Math.abs(misses / releases - 0.05)).toBeLessThan(0.01);
	expect(Math.abs(rejected - 500)).toBeLessThan(98);
});

it('the integrity test sees noise that is not what it says', () => {
	const tables = release(randomSource(5)).map((t) => ({ ...t, sigma2: '4/1' }));
	expect(reconcile(domain, tables).integrity().p).toBeLessThan(1e-6);
});

it('what belongs together adds up', () => {
	const estimates = reconcile(domain, release(randomSource(6)));
	const tree = domain.region!.tree;
	const values = estimates.values(estimates.combination(['p', 'q'], cellsOfOne(domain))!);
	for (const [v, children] of tree.children.entries()) {
		if (children.length === 0) continue;
		expect(children.reduce((sum, u) => sum + values[u]!, 0)).toBeCloseTo(values[v]!, 9);
	}
	const row = designRow(domain, 0, ['p', 'q'], cellsOfOne(domain));
	expect(row.some((x) => x !== 0)).toBe(true);
});

function cellsOfOne(d: Domain): Float64Array {
	const cells = d.attributes.reduce((n, a) => n * a.codes.length, 1);
	return Float64Array.from({ length: cells }, (_, i) => (i === 0 ? 1 : 0));
}

// Values by R 4.2, pchisq(x, dof, lower.tail = FALSE), and for 2 degrees of freedom exp(-x / 2).
it.each([
	[0.776131926673485, 4, 0.941618968414715],
	[3, 2, Math.exp(-1.5)],
	[200, 2, Math.exp(-100)],
	[3.841458820694124, 1, 0.05]
])('chi-square tail of %f with %i degrees of freedom', (x, dof, p) => {
	expect(Math.abs(chiSquareTail(x, dof) / p - 1)).toBeLessThan(1e-10);
});

it("a share: its interval is Fieller's, its standard error counts the covariance", () => {
	const pair = { numerator: 30, denominator: 120, numeratorVariance: 25, denominatorVariance: 64, covariance: 16 };
	const { share, shareSe, lower, upper, reliability } = shareOf(pair);
	expect(share).toBe(0.25);
	expect(shareSe).toBeCloseTo(Math.sqrt(25 - 2 * 0.25 * 16 + 64 / 16) / 120, 12);
	for (const r of [lower!, upper!])
		expect((30 - r * 120) ** 2).toBeCloseTo(1.959963984540054 ** 2 * (25 - 2 * r * 16 + r * r * 64), 8);
	expect(reliability).toBe('B');
});

// No number: fewer than 10 on one side of the share. Nothing at all (X): a denominator lost in its noise, or one of which not even
// "less than a half" could be said.
it.each([
	[{ numerator: 3, denominator: 9, numeratorVariance: 1, denominatorVariance: 1, covariance: 0 }, 'X'],
	[{ numerator: 12, denominator: 29, numeratorVariance: 1, denominatorVariance: 100, covariance: 0 }, 'X'],
	[{ numerator: 12, denominator: 19.9, numeratorVariance: 1, denominatorVariance: 1, covariance: 0 }, 'X'],
	[{ numerator: 20, denominator: 40, numeratorVariance: 110, denominatorVariance: 1, covariance: 0 }, 'X'],
	[{ numerator: 90, denominator: 100, numeratorVariance: 1, denominatorVariance: 1, covariance: 0 }, 'A'],
	[{ numerator: 50, denominator: 100, numeratorVariance: 1, denominatorVariance: 1, covariance: 0 }, 'A'],
	[{ numerator: 10, denominator: 100, numeratorVariance: 9, denominatorVariance: 0, covariance: 0 }, 'C'],
	[{ numerator: 10, denominator: 100, numeratorVariance: 16, denominatorVariance: 0, covariance: 0 }, 'D']
])('reliability of %j is %s', (pair, letter) => {
	const share = shareOf(pair);
	expect(share.reliability).toBe(letter);
	expect(share.share === null).toBe(letter === 'X');
	expect(share.upper === null).toBe(letter === 'X');
	if (share.lower !== null) expect(share.lower).toBeGreaterThanOrEqual(0);
});

it.each([
	[-3, 0, 0.1],
	[9.99, 0, 0.1195],
	[90.01, 0.8805, 1],
	[103, 0.9, 1]
])('of %f in 100, with a standard error of 1, only a bound is told: %f to %f', (numerator, lower, upper) => {
	const pair = { numerator, denominator: 100, numeratorVariance: 1, denominatorVariance: 0, covariance: 0 };
	const told = shareOf(pair);
	expect(told).toMatchObject({ share: null, shareSe: null, reliability: 'D' });
	expect([told.lower, told.upper]).toEqual([expect.closeTo(lower, 4), expect.closeTo(upper, 4)]);
});

// The numerator does not choose who is told: what is told of small counts is as true as of large ones. Were a share told only where
// noise makes ten of three, 31 % of what is told would be untrue. Of 20,000 draws 0.94 is 6 standard deviations away, a
// probability of 1e-9 for each.
it.each([0, 3, 6, 9, 12, 30, 97])('of %i units in 100, at least 95 of 100 times what is told is true', (counted) => {
	const random = randomSource(counted + 1);
	let [told, kept] = [0, 0];
	for (let i = 0; i < 20_000; i++) {
		const numerator = counted + 5 * normal(random);
		const { lower, upper } = shareOf({
			...{ numerator, denominator: 100, numeratorVariance: 25, denominatorVariance: 0, covariance: 0 }
		});
		if (lower === null || upper === null) continue;
		told++;
		if (lower <= counted / 100 && counted / 100 <= upper) kept++;
	}
	expect(told).toBe(20_000);
	expect(kept / told).toBeGreaterThan(0.94);
});
