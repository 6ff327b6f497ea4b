import { describe, expect, it } from 'vitest';
import { WordEntropy, type Entropy } from '../entropy.ts';
import { enumerate } from '../testing/enumerate.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { bernoulliExp, bernoulliExpBig } from './bernoulli-exp.ts';

/** Exact masses of the decision tree: no statistics. */
describe.each([
	[0, 1],
	[1, 1],
	[1, 2],
	[2, 3],
	[9, 32],
	[3, 2],
	[7, 2],
	[5, 1],
	[1, 1000]
])('exp(-%i/%i)', (a, b) => {
	// So large that the eighth trial no longer fits in 53 bits.
	const nearLimit = 2 ** (50 - Math.ceil(Math.log2(b)));
	it.each<[string, (entropy: Entropy) => boolean]>([
		['numbers', (entropy) => bernoulliExp(a, b, entropy)],
		['bigints of the same value', (entropy) => bernoulliExpBig(BigInt(a), BigInt(b), entropy)],
		['bigints beyond 53 bits', (entropy) => bernoulliExpBig(BigInt(a) << 60n, BigInt(b) << 60n, entropy)],
		['the change to bigints between trials', (entropy) => bernoulliExp(a * nearLimit, b * nearLimit, entropy)]
	])('has its mass: %s', (_, program) => {
		const { mass, open } = enumerate(program, 1e-15);
		const low = mass.get(true) ?? 0;
		expect(open).toBeLessThan(1e-12);
		expect(Math.exp(-a / b)).toBeGreaterThanOrEqual(low - 1e-14);
		expect(Math.exp(-a / b)).toBeLessThanOrEqual(low + open + 1e-14);
	});
});

it('has its mass when each trial is a uniform integer compared', () => {
	// bernoulli(a, b) as the production class makes it from below(b).
	const program = (branches: Entropy) => {
		const entropy = new (class extends WordEntropy {
			nextUint32 = () => 0;
			override below = (n: number) => branches.below(n);
		})();
		return bernoulliExp(2, 3, entropy);
	};
	const { mass, open } = enumerate(program, 1e-7);
	expect(open).toBeLessThan(1e-3);
	expect(Math.exp(-2 / 3)).toBeGreaterThan(mass.get(true)!);
	expect(Math.exp(-2 / 3)).toBeLessThan(mass.get(true)! + open);
});

/** Frozen: these draws change only when the sampler's use of words changes, which a reader should notice. */
it('keeps its draws for given words', () => {
	const entropy = new SeededEntropy(42);
	const draws = Array.from({ length: 24 }, () => (bernoulliExp(1, 2, entropy) ? '1' : '0')).join('');
	expect(draws).toMatchInlineSnapshot(`"011000110010111010010111"`);
});
