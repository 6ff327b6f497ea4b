import { describe, expect, it } from 'vitest';
import { checkLaw } from '../audit/enumerate-samplers.ts';
import { bernoulliExpLaw } from '../audit/exact-laws.ts';
import { ScriptedEntropy } from '../audit/scripted-entropy.ts';
import { WordEntropy, type Entropy } from '../entropy.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { bernoulliExp, bernoulliExpBig, bernoulliExpUnder } from './bernoulli-exp.ts';

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
	const law = bernoulliExpLaw(BigInt(a), BigInt(b));
	// So large that the eighth trial no longer fits in 53 bits.
	const nearLimit = 2 ** (50 - Math.ceil(Math.log2(b)));
	it.each<[string, (entropy: Entropy) => boolean]>([
		['numbers', (entropy) => bernoulliExp(a, b, entropy)],
		['bigints of the same value', (entropy) => bernoulliExpBig(BigInt(a), BigInt(b), entropy)],
		['bigints beyond 53 bits', (entropy) => bernoulliExpBig(BigInt(a) << 60n, BigInt(b) << 60n, entropy)],
		['the change to bigints between trials', (entropy) => bernoulliExp(a * nearLimit, b * nearLimit, entropy)]
	])('has its mass: %s', (_, program) => {
		expect(checkLaw(program, law, 1e-15, 1e-12).passed).toBe(true);
	});
});

it.each([
	[0, 1],
	[1, 1],
	[2, 3],
	[9, 32],
	[1, 1000]
])('exp(-%i/%i) has its mass below any ceiling', (a, b) => {
	const least = Math.max(1, Math.ceil((a / b) * 2 ** 32));
	for (const ceiling of [least, Math.min(2 ** 32, least + 1), Math.min(2 ** 32, 2 * least), 2 ** 32]) {
		const program = (entropy: Entropy) => bernoulliExpUnder(ceiling, () => BigInt(a), BigInt(b), entropy);
		expect(checkLaw(program, bernoulliExpLaw(BigInt(a), BigInt(b)), 1e-15, 1e-12).passed).toBe(true);
	}
});

it('works the numerator out only when one word leaves the draw open, and refuses a ceiling that is too low', () => {
	const draw = (word: number) => () => bernoulliExpUnder(2 ** 30, () => 1n, 3n, new ScriptedEntropy([word]));
	expect(draw(2 ** 30)()).toBe(true);
	expect(draw(2 ** 30 - 1)).toThrow('The ceiling is below');
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
	expect(checkLaw(program, bernoulliExpLaw(2n, 3n), 1e-7, 1e-3).passed).toBe(true);
});

/** Frozen: these draws change only when the sampler's use of words changes, which a reader should notice. */
it('keeps its draws for given words', () => {
	const entropy = new SeededEntropy(42);
	const draws = Array.from({ length: 24 }, () => (bernoulliExp(1, 2, entropy) ? '1' : '0')).join('');
	expect(draws).toMatchInlineSnapshot(`"011000110010111010010111"`);
});
