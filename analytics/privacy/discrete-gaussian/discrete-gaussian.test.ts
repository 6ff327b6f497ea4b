import { describe, expect, it } from 'vitest';
import { gaussianPmf } from '../audit/chi-square.ts';
import { chiSquareTail } from '../audit/chi-square-tail.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { laws } from '../testing/laws.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { discreteGaussian, referenceSampler, tableSampler, wideSampler } from './discrete-gaussian.ts';

/** Every statistical check here has a false-alarm rate of at most 1e-6 and runs on fixed seeds. */
const ALPHA = 1e-6;
const variances = ['1/10', '1/4', '1', '10', '399/7', '10000', '1e8'];
const names = Object.keys(laws) as (keyof typeof laws)[];

type Sample = (entropy: Entropy) => number;

function draw(sample: Sample, count: number, seed: number): Float64Array {
	const entropy = new SeededEntropy(seed);
	return Float64Array.from({ length: count }, () => sample(entropy));
}

describe.each(variances)('sigma2 = %s', (text) => {
	const sigma2 = Rational.parse(text);
	const pmf = gaussianPmf(sigma2.toNumberDown());
	const fast = text === '1e8' ? wideSampler(sigma2) : tableSampler(sigma2);
	const samples = {
		fast: draw(fast.sample, 1_000_000, 1),
		reference: draw(referenceSampler(sigma2).sample, 200_000, 2)
	};

	it.each(names)('both samplers pass: %s', (law) => {
		expect(laws[law](samples.fast, pmf)).toBeGreaterThan(ALPHA);
		expect(laws[law](samples.reference, pmf)).toBeGreaterThan(ALPHA);
	});

	it('has one law in both samplers', () => {
		const width = Math.max(1, Math.round(Math.sqrt(sigma2.toNumberDown()) / 16));
		const counts = new Map<number, [number, number]>();
		for (const [i, draws] of [samples.fast, samples.reference].entries()) {
			for (const x of draws) {
				const run = Math.round(x / width);
				const pair = counts.get(run) ?? [0, 0];
				pair[i]!++;
				counts.set(run, pair);
			}
		}
		const [n, m] = [samples.fast.length, samples.reference.length];
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

it('has one law in the table and in strides', () => {
	const sigma2 = Rational.parse('1000000/3');
	const pmf = gaussianPmf(sigma2.toNumberDown());
	for (const sampler of [tableSampler(sigma2), wideSampler(sigma2)])
		for (const law of names) expect(laws[law](draw(sampler.sample, 200_000, 7), pmf), law).toBeGreaterThan(ALPHA);
});

describe('the tests notice a wrong sampler', () => {
	const pValue = (law: keyof typeof laws, sample: Sample, sigma2: Rational) =>
		laws[law](draw(sample, 400_000, 3), gaussianPmf(sigma2.toNumberDown()));

	it.each(['1/4', '1', '10', '399/7', '10000', '1e8'])('sigma a twentieth too large at sigma2 = %s', (text) => {
		const sigma2 = Rational.parse(text);
		const { sample } = discreteGaussian(sigma2.mul(Rational.of(441, 400)));
		for (const law of ['pearson', 'moments'] as const) expect(pValue(law, sample, sigma2), law).toBeLessThan(1e-12);
	});

	const sigma2 = Rational.of(57);
	const right = tableSampler(sigma2).sample;
	const wrong: [keyof typeof laws, string, Sample][] = [
		['pearson', 'sigma rounded down', tableSampler(Rational.of(49)).sample],
		['kolmogorovSmirnov', 'sigma rounded down', tableSampler(Rational.of(49)).sample],
		['logRatios', 'one value never drawn but by its neighbour', (entropy) => right(entropy) || 1],
		['symmetry', 'plus 51 times in 100', (entropy) => Math.abs(right(entropy)) * (entropy.below(100) < 51 ? 1 : -1)],
		['tails', 'nothing beyond 4 sigma', (entropy) => Math.max(-30, Math.min(30, right(entropy)))],
		['moments', 'a tenth of all draws one too high', (entropy) => right(entropy) + (entropy.below(10) === 0 ? 1 : 0)]
	];
	it.each(wrong)('%s: %s', (law, _, sample) => {
		expect(pValue(law, sample, sigma2)).toBeLessThan(ALPHA);
	});

	it.each(names)('and accept the right one at the same size: %s', (law) => {
		expect(pValue(law, right, sigma2)).toBeGreaterThan(ALPHA);
	});
});

describe('any positive parameter', () => {
	/** |z| > 5.5 has probability below 4e-8. */
	it.each(['1e12', '1000003/1', '123456789123456789/1048576', '4000001', '1e18', '1e30'])(
		'spreads as sigma2 = %s',
		(text) => {
			const sigma2 = Rational.parse(text);
			for (const { sample } of [discreteGaussian(sigma2), referenceSampler(sigma2)]) {
				const draws = draw(sample, 4000, 4);
				const square = draws.reduce((sum, x) => sum + x * x, 0) / draws.length;
				expect(Math.abs(square / sigma2.toNumberDown() - 1) / Math.sqrt(2 / draws.length)).toBeLessThan(5.5);
				expect(draws.every((x) => Number.isSafeInteger(x))).toBe(true);
			}
		}
	);

	it.each(['1e-3', '1e-6', '1e-12'])('is 0 but for a probability beyond 1e-200 at sigma2 = %s', (text) => {
		expect(draw(discreteGaussian(Rational.parse(text)).sample, 2000, 5).every((x) => x === 0)).toBe(true);
	});

	it('refuses variance 0 and below, and what does not fit in 53 bits', () => {
		for (const sigma2 of [Rational.zero, Rational.of(-1), Rational.parse('1e40')])
			expect(() => discreteGaussian(sigma2)).toThrow(RangeError);
	});

	it.each(['10000', '1e8', '1e-7'])('fills every place with its own draw: sigma2 = %s', (text) => {
		const noise = discreteGaussian(Rational.parse(text));
		const out = new Float64Array(1000).fill(7);
		noise.fill(out, new SeededEntropy(6));
		expect([...out]).toEqual([...draw(noise.sample, 1000, 6)]);
	});
});
