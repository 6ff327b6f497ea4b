import { describe, expect, it } from 'vitest';
import { enumerate } from '../audit/enumerate.ts';
import { checkLaw } from '../audit/enumerate-samplers.ts';
import { laplaceRoundLaw } from '../audit/exact-laws.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { discreteLaplace, discreteLaplaceRound, discreteLaplaceRoundBig } from './discrete-laplace.ts';

/**
 * Exact masses of one round, up to the factor that the rejected mass takes away: a path of n rounds repeats it, so the law
 * of the sampler is the round's law given acceptance.
 */
describe.each([1, 2, 3, 5])('scale %i', (t) => {
	it.each<[string, (entropy: Parameters<typeof discreteLaplaceRound>[1]) => number | null]>([
		['numbers', (entropy) => discreteLaplaceRound(t, entropy)],
		[
			'bigints',
			(entropy) => {
				const draw = discreteLaplaceRoundBig(BigInt(t), entropy);
				return draw === null ? null : Number(draw);
			}
		]
	])('has its mass: %s', (_, round) => {
		expect(checkLaw(round, laplaceRoundLaw(t, 8), 2e-7, 4e-3).passed).toBe(true);
		const { mass, open } = enumerate(round, 2e-7);
		expect(mass.get(1)).toBe(mass.get(-1));
		// Given acceptance, zero has the probability (1 - a) / (1 + a) of the whole law.
		const a = Math.exp(-1 / t);
		const accepted = [...mass].reduce((sum, [x, m]) => (x === null ? sum : sum + m), 0n);
		const zero = Number(((mass.get(0) ?? 0n) << 60n) / accepted) / 2 ** 60;
		expect(Math.abs(zero - (1 - a) / (1 + a))).toBeLessThan(2 * (Number(open >> 196n) / 2 ** 60));
	});
});

it('keeps its draws for given words', () => {
	const entropy = new SeededEntropy(42);
	expect(Array.from({ length: 16 }, () => discreteLaplace(5, entropy)).join(' ')).toMatchInlineSnapshot(
		`"1 6 2 3 -4 16 6 -2 -5 2 5 2 1 8 -2 0"`
	);
});
