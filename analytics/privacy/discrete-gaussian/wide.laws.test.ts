import { describe, expect, it } from 'vitest';
import { checkLaw } from '../audit/enumerate-samplers.ts';
import { cumulative, wideRoundLaw } from '../audit/exact-laws.ts';
import { ScriptedEntropy } from '../audit/scripted-entropy.ts';
import { Rational } from '../rational.ts';
import { wideLaw, wideRound } from './wide.ts';

describe('the sampler by strides', () => {
	it.each([
		['57', 4, 2],
		['399/7', 8, 0],
		['1000', 8, 5],
		['1/2', 1, 9]
	])('has the masses of one round: sigma2 = %s, stride %i, x up to %i', (text, stride, reach) => {
		const law = wideLaw(Rational.parse(text), stride);
		for (let x = 0; x <= reach; x++)
			expect(checkLaw((entropy) => wideRound(law, x, entropy), wideRoundLaw(law, x), 1e-15, 1e-10).passed).toBe(true);
	});

	/** Strides of x times the places between them make the law: weights multiply to exp(-y^2 / 2 sigma2). */
	it('has, over all x, the discrete Gaussian law', () => {
		const sigma2 = Rational.parse('399/7');
		const law = wideLaw(sigma2, 4);
		expect(law.tableSigma2.toString()).toBe('57/16');
		const below = cumulative(law.tableSigma2, 'half-line');
		const weights = below.map(({ low }, x) => Number((low - (below[x - 1]?.low ?? 0n)) >> 192n) / 2 ** 64);
		const mass = (y: number) => {
			const x = Math.floor(y / 4);
			const place = wideRoundLaw(law, x).find(([outcome]) => outcome === y)!;
			return weights[x]! * (Number(place[1].low >> 192n) / 2 ** 64);
		};
		for (let y = 1; y < 30; y++) expect(mass(y) / mass(0)).toBeCloseTo(Math.exp((-y * y) / 114), 12);
	});

	it.each([
		['65536', 1],
		['262143', 1],
		['262144', 2],
		['1e8', 2 ** 5],
		['1e18', 2 ** 21]
	])('takes sigma2 = %s in strides of %i, over a table of sigma between 256 and 512', (text, stride) => {
		const law = wideLaw(Rational.parse(text));
		expect(law.stride).toBe(stride);
		const table = law.tableSigma2.mul(Rational.of(BigInt(stride) ** 2n));
		expect(table.equals(Rational.parse(text))).toBe(true);
		expect(law.tableSigma2.compare(Rational.of(2 ** 18))).toBe(-1);
		expect(law.tableSigma2.compare(Rational.of(2 ** 16))).toBeGreaterThanOrEqual(0);
	});

	it('refuses what does not fit in 53 bits', () => {
		expect(() => wideLaw(Rational.parse('1e33'))).toThrow(RangeError);
		// sigma = 10^15 in strides of 2^41: z = 0 at x = 4095 still fits, at x = 4096 the draw is 2^53.
		const law = wideLaw(Rational.parse('1e30'));
		expect(law.stride).toBe(2 ** 41);
		expect(wideRound(law, 4095, new ScriptedEntropy([0, 0, 1]))).toBe(4095 * 2 ** 41);
		expect(() => wideRound(law, 4096, new ScriptedEntropy([0, 0, 1]))).toThrow(RangeError);
	});

	it('uses the place above the stride as minus, and has one zero', () => {
		const law = wideLaw(Rational.of(1000), 8);
		const all = 2 ** 32 - 1;
		const round = (place: number, x: number) => wideRound(law, x, new ScriptedEntropy([place, all]));
		expect([0, 7, 9, 15].map((place) => round(place, 1))).toEqual([8, 15, -9, -15]);
		expect([round(0, 0), round(8, 0)]).toEqual([0, null]);
	});
});
