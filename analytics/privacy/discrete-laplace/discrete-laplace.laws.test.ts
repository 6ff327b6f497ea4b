import { describe, expect, it } from 'vitest';
import { enumerate } from '../testing/enumerate.ts';
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
		const { mass, open } = enumerate(round, 2e-7);
		const a = Math.exp(-1 / t);
		// P(u) exp(-u/t) (1 - 1/e) exp(-v) / 2 for x = u + t v; both signs, minus zero rejected.
		const zero = (1 - Math.exp(-1)) / (2 * t);
		expect(open).toBeLessThan(4e-3);
		for (let x = -8; x <= 8; x++) {
			const exact = zero * a ** Math.abs(x);
			const low = mass.get(x) ?? 0;
			expect(exact).toBeGreaterThanOrEqual(low - 1e-12);
			expect(exact).toBeLessThanOrEqual(low + open + 1e-12);
		}
		expect(mass.get(1)).toBe(mass.get(-1));
		const accepted = [...mass].reduce((sum, [x, m]) => (x === null ? sum : sum + m), 0);
		expect(Math.abs((mass.get(0) ?? 0) / accepted - (1 - a) / (1 + a))).toBeLessThan(2 * open);
	});
});

it('keeps its draws for given words', () => {
	const entropy = new SeededEntropy(42);
	expect(Array.from({ length: 16 }, () => discreteLaplace(5, entropy)).join(' ')).toMatchInlineSnapshot(
		`"1 6 2 3 -4 16 6 -2 -5 2 5 2 1 8 -2 0"`
	);
});
