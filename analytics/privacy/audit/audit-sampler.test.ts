import { describe, expect, it } from 'vitest';
import { Rational } from '../rational.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { auditSampler } from './audit-sampler.ts';
import { binomialTail, lowerProportion, upperProportion } from './clopper-pearson.ts';
import { exactDelta, exactEpsilon } from './curve.ts';
import { plantedFaults } from './planted-faults.ts';

const DRAWS = 400_000;
const raising = new Set([
	'no noise',
	'one draw for every release',
	'noise without its sign',
	'a quarter of the variance missing',
	'half the standard deviation: the contribution counted once of twice'
]);

/** Each sound case fails with probability at most 1e-6, at a fixed seed. */
describe.each([
	['1', 1],
	['10', 1],
	['399/7', 5],
	['10000', 40]
])('sigma2 = %s, D = %i', (text, contribution) => {
	const sigma2 = Rational.parse(text);

	it('proves most of the claim and no more', () => {
		const audit = auditSampler({ sigma2, contribution, draws: DRAWS, entropy: new SeededEntropy(21) });
		expect(audit.passed).toBe(true);
		expect(audit.lowerBound).toBeGreaterThan(0.75 * audit.claimedEpsilon);
	});

	/** Faults that raise the privacy loss; the others are for the test of fit. */
	it.each(plantedFaults(sigma2).filter(({ name }) => raising.has(name)))('fails: $name', ({ sample }) => {
		const audit = auditSampler({ sigma2, contribution, draws: DRAWS, entropy: new SeededEntropy(22), sample });
		expect(audit.passed).toBe(false);
	});
});

/** At least 4/5 of the claim: seven standard deviations below what sound noise proves here. */
describe.each([
	['1', 1],
	['399/7', 5],
	['10000', 100]
])('noise larger than stated, sigma2 = %s, D = %i', (text, contribution) => {
	const sigma2 = Rational.parse(text);
	const options = { sigma2, contribution, draws: DRAWS, entropy: new SeededEntropy(23), leastShare: 0.8 };

	it('passes sound noise', () => {
		const audit = auditSampler(options);
		expect(audit.passed).toBe(true);
		expect(audit.lowerBound).toBeGreaterThan(0.85 * audit.claimedEpsilon);
	});

	it('fails twice the variance, which is no greater loss', () => {
		const { sample } = plantedFaults(sigma2).find(({ name }) => name.startsWith('twice the variance'))!;
		expect(auditSampler({ ...options, sample, leastShare: 0 }).passed).toBe(true);
		expect(auditSampler({ ...options, sample }).passed).toBe(false);
	});
});

it('refuses too few draws', () => {
	const audit = { sigma2: Rational.one, contribution: 1, draws: 999, entropy: new SeededEntropy(1) };
	expect(() => auditSampler(audit)).toThrow(RangeError);
});

describe('the exact curve', () => {
	it('is the total variation distance at 0, and small sums by hand', () => {
		// sigma2 = 1, D = 1: sum over x >= 1 of P(x - 1) - P(x) telescopes to P(0).
		expect(exactDelta(1, 1, 0)).toBeCloseTo(1 / 2.506628288042905, 13);
		const p = (x: number) => Math.exp((-x * x) / 2) / 2.506628288042905;
		const above = [2, 3, 4, 5, 6, 7, 8, 9].reduce((sum, x) => sum + p(x - 1) - Math.E * p(x), 0);
		expect(exactDelta(1, 1, 1)).toBeCloseTo(above, 13);
	});

	it('is undone by its inverse', () => {
		for (const [sigma2, d] of [
			[0.3, 1],
			[10, 2],
			[1e4, 40]
		] as const) {
			const epsilon = exactEpsilon(sigma2, d, 0.01);
			expect(exactDelta(sigma2, d, epsilon)).toBeCloseTo(0.01, 12);
		}
	});
});

describe('Clopper-Pearson bounds', () => {
	it('solve the exact binomial tail', () => {
		// 5 of 5: p^5 = alpha. 0 of 10: (1 - p)^10 = alpha.
		expect(lowerProportion(5, 5, 0.01)).toBeCloseTo(0.01 ** 0.2, 12);
		expect(upperProportion(0, 10, 0.01)).toBeCloseTo(1 - 0.01 ** 0.1, 12);
		expect(lowerProportion(0, 10, 0.01)).toBe(0);
		expect(upperProportion(10, 10, 0.01)).toBe(1);
	});

	it('sum the binomial distribution', () => {
		const choose = [1, 6, 15, 20, 15, 6, 1];
		for (const p of [0.1, 0.5, 0.85]) {
			for (let k = 1; k <= 6; k++) {
				let tail = 0;
				for (let i = k; i <= 6; i++) tail += choose[i]! * p ** i * (1 - p) ** (6 - i);
				expect(binomialTail(k, 6, p)).toBeCloseTo(tail, 13);
			}
		}
		expect(binomialTail(50_000, 100_000, 0.5)).toBeCloseTo(0.5 + 0.5 * Math.sqrt(2 / (Math.PI * 100_000)), 8);
	});
});
