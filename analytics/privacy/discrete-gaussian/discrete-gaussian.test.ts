import { describe, expect, it } from 'vitest';
import { bernoulliExp } from '../bernoulli-exp/bernoulli-exp.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { chiSquareTail, chiSquareTest, gaussianPmf } from '../testing/statistics.ts';
import { discreteGaussian, referenceSampler, tableSampler, type DiscreteGaussian } from './discrete-gaussian.ts';

/** Every statistical check here has a false-alarm rate of at most 1e-6 and runs on fixed seeds. */
const ALPHA = 1e-6;
const SIGMA = 5.5;
const variances = ['1/10', '1/4', '1', '10', '399/7', '10000'];

function draw(sampler: Pick<DiscreteGaussian, 'sample'>, count: number, seed: number): Float64Array {
	const entropy = new SeededEntropy(seed);
	return Float64Array.from({ length: count }, () => sampler.sample(entropy));
}

describe.each(variances)('sigma2 = %s', (text) => {
	const sigma2 = Rational.parse(text);
	const pmf = gaussianPmf(sigma2.toNumberDown());
	const samples = {
		table: draw(tableSampler(sigma2), 400_000, 1),
		reference: draw(referenceSampler(sigma2), 100_000, 2)
	};

	describe.each(['table', 'reference'] as const)('%s sampler', (name) => {
		const draws = samples[name];

		it('follows the law (Pearson)', () => {
			expect(chiSquareTest(draws, pmf)).toBeGreaterThan(ALPHA);
		});

		it('has the ratios of neighbouring probabilities', () => {
			const counts = new Map<number, number>();
			for (const x of draws) counts.set(x, (counts.get(x) ?? 0) + 1);
			let statistic = 0;
			let ratios = 0;
			// Disjoint pairs are nearly independent; the log ratio has variance 1/a + 1/b.
			for (let x = -200; x < 200; x += 2) {
				const [a, b] = [counts.get(x) ?? 0, counts.get(x + 1) ?? 0];
				if (a < 100 || b < 100) continue;
				const exact = -(2 * x + 1) / (2 * sigma2.toNumberDown());
				statistic += (Math.log(b / a) - exact) ** 2 / (1 / a + 1 / b);
				ratios++;
			}
			expect(ratios).toBeGreaterThan(0);
			expect(chiSquareTail(statistic, ratios)).toBeGreaterThan(ALPHA);
		});

		it('has mean 0 and the exact variance', () => {
			const moment = (power: number) => [...pmf].reduce((sum, [x, p]) => sum + p * x ** power, 0);
			const mean = draws.reduce((sum, x) => sum + x, 0) / draws.length;
			const square = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
			expect(Math.abs(mean) / Math.sqrt(moment(2) / draws.length)).toBeLessThan(SIGMA);
			const spread = Math.sqrt((moment(4) - moment(2) ** 2) / draws.length);
			expect(Math.abs(square - moment(2)) / spread).toBeLessThan(SIGMA);
		});
	});

	it('has one law in both samplers', () => {
		const counts = new Map<number, [number, number]>();
		for (const [i, draws] of [samples.table, samples.reference].entries()) {
			for (const x of draws) {
				const pair = counts.get(x) ?? [0, 0];
				pair[i]!++;
				counts.set(x, pair);
			}
		}
		const [n, m] = [samples.table.length, samples.reference.length];
		let statistic = 0;
		let cells = 0;
		for (const [a, b] of counts.values()) {
			if (a + b < 100) continue;
			statistic += (a * Math.sqrt(m / n) - b * Math.sqrt(n / m)) ** 2 / (a + b);
			cells++;
		}
		expect(chiSquareTail(statistic, cells)).toBeGreaterThan(ALPHA);
	});
});

describe('the tests notice a wrong sampler', () => {
	const reject = (sampler: Pick<DiscreteGaussian, 'sample'>, sigma2: number) =>
		expect(chiSquareTest(draw(sampler, 400_000, 3), gaussianPmf(sigma2))).toBeLessThan(1e-12);

	it.each(['1/4', '1', '10', '399/7', '10000'])('sigma 5 %% too large at sigma2 = %s', (text) => {
		const sigma2 = Rational.parse(text);
		reject(tableSampler(sigma2.mul(Rational.of(441, 400))), sigma2.toNumberDown());
	});

	it('zero accepted with both signs', () => {
		const right = tableSampler(Rational.of(10));
		// Accepting minus zero gives 0 twice its weight.
		const z = 7.926654595212022;
		const sample = (entropy: Entropy) => (entropy.nextUint32() < 2 ** 32 / (1 + z) ? 0 : right.sample(entropy));
		reject({ sample }, 10);
	});

	it('sigma rounded down', () => reject(tableSampler(Rational.of(49)), 57));

	it('rounded Box-Muller', () => {
		const uniform = (entropy: Entropy) => (entropy.nextUint32() + 1) / 2 ** 32;
		const sample = (entropy: Entropy) =>
			Math.round(Math.sqrt(-2 * Math.log(uniform(entropy))) * Math.cos(2 * Math.PI * uniform(entropy)));
		reject({ sample }, 1);
	});

	it('the acceptance step left out', () => {
		const sample = (entropy: Entropy) => {
			let x = 0;
			while (bernoulliExp(1, 4, entropy)) x++;
			return entropy.below(2) === 1 ? -x : x;
		};
		reject({ sample }, 10);
	});

	it('and accept the right one at the same size', () => {
		expect(chiSquareTest(draw(tableSampler(Rational.of(57)), 400_000, 3), gaussianPmf(57))).toBeGreaterThan(ALPHA);
	});
});

describe('any positive parameter', () => {
	/** |z| > 5.5 has probability below 4e-8. */
	it.each(['1e12', '1000003/1', '123456789123456789/1048576', '4000001', '1e30'])('spreads as sigma2 = %s', (text) => {
		const sigma2 = Rational.parse(text);
		const draws = draw(discreteGaussian(sigma2), 4000, 4);
		const square = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
		expect(Math.abs(square / sigma2.toNumberDown() - 1) / Math.sqrt(2 / draws.length)).toBeLessThan(SIGMA);
		expect(draws.every((x) => Number.isSafeInteger(x))).toBe(true);
	});

	it.each(['1e-3', '1e-6', '1e-12'])('is 0 but for a probability beyond 1e-200 at sigma2 = %s', (text) => {
		expect(draw(discreteGaussian(Rational.parse(text)), 2000, 5).every((x) => x === 0)).toBe(true);
	});

	it('refuses variance 0 and below', () => {
		for (const sigma2 of [Rational.zero, Rational.of(-1)]) expect(() => discreteGaussian(sigma2)).toThrow(RangeError);
	});

	it('fills every place with its own draw', () => {
		const noise = discreteGaussian(Rational.of(10_000));
		const out = new Float64Array(1000);
		noise.fill(out, new SeededEntropy(6));
		expect([...out]).toEqual([...draw(noise, 1000, 6)]);
		expect(new Set(out).size).toBeGreaterThan(200);
	});
});
