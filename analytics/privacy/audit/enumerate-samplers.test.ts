import { describe, expect, it } from 'vitest';
import { bernoulliExp } from '../bernoulli-exp/bernoulli-exp.ts';
import { InversionSampler } from '../discrete-gaussian/inversion.ts';
import { referenceLaw, referenceRound } from '../discrete-gaussian/reference.ts';
import { wideLaw, wideRound } from '../discrete-gaussian/wide.ts';
import { discreteLaplaceRound } from '../discrete-laplace/discrete-laplace.ts';
import type { Entropy } from '../entropy.ts';
import { Rational } from '../rational.ts';
import { brackets, enumerate } from './enumerate.ts';
import { checkLaw, checkTable, enumerateSamplers } from './enumerate-samplers.ts';
import { bernoulliExpLaw, cumulative, laplaceRoundLaw, referenceRoundLaw, wideRoundLaw } from './exact-laws.ts';

it('passes every sampler, on many paths', () => {
	const samplers = enumerateSamplers();
	expect(samplers.map(({ mechanism }) => mechanism)).toHaveLength(5);
	for (const { mechanism, paths, passed } of samplers) {
		expect(passed, mechanism).toBe(true);
		expect(paths, mechanism).toBeGreaterThan(500);
	}
});

describe('an enumeration', () => {
	it('finds the exact masses of a small tree, and leaves the rest open', () => {
		const { mass, open, paths } = enumerate((entropy) => entropy.below(4) + (entropy.bernoulli(1, 2) ? 10 : 0), 1e-3);
		expect([...mass].sort(([a], [b]) => a - b)).toEqual([0, 1, 2, 3, 10, 11, 12, 13].map((x) => [x, 1n << 253n]));
		expect([open, paths]).toEqual([0n, 8]);
		const cut = enumerate((entropy) => entropy.bernoulli(1, 1024) && entropy.bernoulli(1, 2), 1 / 512);
		expect(cut.mass).toEqual(new Map([[false, 1023n << 246n]]));
		expect(cut.open).toBe(1n << 246n);
	});

	it('leaves room for a law up to what is open, and not beyond', () => {
		const found = { mass: new Map([['x', 5n]]), open: 2n, paths: 1 };
		const fits = (low: bigint, high: bigint) => brackets(found, [['x', { low, high }]]);
		expect([fits(5n, 5n), fits(7n, 7n), fits(3n, 5n), fits(7n, 9n)]).toEqual([true, true, true, true]);
		expect([fits(4n, 4n), fits(8n, 8n)]).toEqual([false, false]);
		expect(brackets(found, [['y', { low: 3n, high: 3n }]])).toBe(false);
	});

	it('passes errors of the program on', () => {
		expect(() => enumerate((entropy) => entropy.bernoulli(3, 2), 0.1)).toThrow(RangeError);
		expect(() => enumerate((entropy) => entropy.nextUint32(), 0.1)).toThrow(RangeError);
	});
});

/** Comparison of a uniform draw by "at most" where "below" is right, in every trial. */
function atMost(entropy: Entropy): Entropy {
	return {
		nextUint32: () => entropy.nextUint32(),
		below: (n) => entropy.below(n),
		belowBig: (n) => entropy.belowBig(n),
		bernoulli: (a, b) => entropy.bernoulli(Math.min(a + 1, b), b),
		bernoulliBig: (a, b) => entropy.bernoulliBig(a + 1n < b ? a + 1n : b, b)
	};
}

describe('a fault is seen', () => {
	const sigma2 = Rational.parse('5/3');
	const law = referenceLaw(sigma2);
	const wide = wideLaw(Rational.of(57), 4);
	const oneInAMillion = (entropy: Entropy) => entropy.bernoulli(1, 1_000_000);

	it.each<[string, { passed: boolean }]>([
		['"at most" for "below"', check(bernoulliExpLaw(2n, 3n), (e) => bernoulliExp(2, 3, atMost(e)), 1e-12)],
		[
			'true once in a million more',
			check(bernoulliExpLaw(2n, 3n), (e) => oneInAMillion(e) || bernoulliExp(2, 3, e), 1e-12)
		],
		['a numerator one too small', check(bernoulliExpLaw(200n, 300n), (e) => bernoulliExp(199, 300, e), 1e-12)],
		['a rejected round counted as zero', check(laplaceRoundLaw(2, 8), (e) => discreteLaplaceRound(2, e) ?? 0, 4e-3)],
		['a Laplace scale one too small', check(laplaceRoundLaw(3, 8), (e) => discreteLaplaceRound(2, e), 4e-3)],
		[
			'the scale floor(sigma) in the acceptance',
			check(
				referenceRoundLaw(sigma2, 2, 6),
				(e) => referenceRound({ ...law, small: { ...law.small!, dt: Number(law.d) } }, e),
				0.02
			)
		],
		[
			'sigma2 a twentieth too small',
			check(
				referenceRoundLaw(sigma2, 2, 6),
				(e) => referenceRound(referenceLaw(sigma2.mul(Rational.of(19, 20))), e),
				0.02
			)
		],
		[
			'strides without the acceptance',
			check(wideRoundLaw(wide, 1), (e) => (e.below(2) === 0 ? 1 : -1) * (4 + e.below(4)), 1e-10)
		],
		['strides at another x', check(wideRoundLaw(wide, 1), (e) => wideRound(wide, 2, e), 1e-10)],
		['too few paths to tell', checkLaw((e) => bernoulliExp(2, 3, e), bernoulliExpLaw(2n, 3n), 0.1, 1e-12)]
	])('%s', (_, { passed }) => {
		expect(passed).toBe(false);
	});

	function check<T>(exact: Parameters<typeof checkLaw<T>>[1], program: (entropy: Entropy) => T, width: number) {
		return checkLaw(program, exact, width < 1e-9 ? 1e-15 : 2e-7, width);
	}

	it('one threshold for another in a table', () => {
		const exact = cumulative(sigma2, 'magnitudes');
		const table = new InversionSampler(sigma2);
		const wrong = new InversionSampler(sigma2.mul(Rational.parse('1000000000000000000/999999999999999999')));
		expect(checkTable((entropy) => table.sample(entropy), exact, table.size).passed).toBe(true);
		expect(checkTable((entropy) => wrong.sample(entropy), exact, table.size).passed).toBe(false);
		const late = (entropy: Entropy) => Math.max(0, table.sample(entropy) - 1);
		expect(checkTable(late, exact, table.size).passed).toBe(false);
	});
});
