import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { integrate } from '../statistics/quadrature.ts';
import { normalCdf } from '../statistics/normal.ts';
import { Random } from '../statistics/random.ts';
import { expectedRanks } from './expected-ranks.ts';
import { rankSet } from './rank-sets.ts';
import { topProbabilities } from './top.ts';

const path = '../shared/reference/early-warning/rank_posterior_exact.json';
const valuesOf = (mean: number[], se: number[]) => ({ mean: Float64Array.from(mean), se: Float64Array.from(se) });
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe('places', () => {
	it.runIf(existsSync(path))('equal the reference: expected places and the chance of the top', () => {
		const { input, expected, tolerance } = JSON.parse(readFileSync(path, 'utf8'));
		const values = valuesOf(input.m, input.v.map(Math.sqrt));
		const near = (actual: Float64Array, wanted: number[], most: number) =>
			wanted.forEach((value, i) => expect(Math.abs(actual[i]! - value)).toBeLessThan(most));
		near(expectedRanks(values), expected.expected_rank, tolerance.expected_rank_abs);
		near(topProbabilities(values, 1), expected.p_top1, tolerance.ptop_abs);
		near(topProbabilities(values, 3), expected.p_top3, tolerance.ptop_abs);
	});

	it('sum to what there is to share out, the narrowest errors beside the widest', () => {
		const random = new Random(11);
		const n = 60;
		const values = valuesOf(
			Array.from({ length: n }, () => 0.08 + 0.03 * random.normal()),
			Array.from({ length: n }, (_, i) => (i % 3 === 0 ? 0.0004 : 0.002 + 0.02 * random.uniform()))
		);
		expect(sum(expectedRanks(values))).toBeCloseTo((n * (n + 1)) / 2, 9);
		for (const top of [1, 6, 30, n]) expect(Math.abs(sum(topProbabilities(values, top)) - top)).toBeLessThan(1e-7);
	});

	it('are the integral that defines them', () => {
		const { mean, se } = valuesOf([0.3, 0.1, 0.25], [0.05, 0.2, 0.01]);
		const higher = (j: number, x: number) => normalCdf((mean[j]! - x) / se[j]!);
		const inTop = topProbabilities({ mean, se }, 2);
		for (const [i, a, b] of [
			[0, 1, 2],
			[1, 0, 2],
			[2, 0, 1]
		] as const) {
			const density = (x: number) =>
				Math.exp(-0.5 * ((x - mean[i]!) / se[i]!) ** 2) / (se[i]! * Math.sqrt(2 * Math.PI));
			const wanted = integrate((x) => density(x) * (1 - higher(a, x) * higher(b, x)), mean[i]! - 1.5, mean[i]! + 1.5);
			expect(Math.abs(inTop[i]! - wanted)).toBeLessThan(1e-7);
		}
	});

	it('are certain where nothing is left to doubt', () => {
		const values = valuesOf([5, 1, 3], [0.01, 0.01, 0.01]);
		expect([...expectedRanks(values)].map((rank) => Math.round(rank * 1e6) / 1e6)).toEqual([1, 3, 2]);
		expect([0, 1, 2].map((i) => rankSet(values, i, 0.05))).toEqual([
			{ best: 1, worst: 1 },
			{ best: 3, worst: 3 },
			{ best: 2, worst: 2 }
		]);
		expect([...topProbabilities(values, 3)]).toEqual([1, 1, 1]);
	});

	it('leave every place open where nothing differs', () => {
		const values = valuesOf([0.1, 0.1, 0.1, 0.1], [0.02, 0.02, 0.02, 0.02]);
		expect(rankSet(values, 2, 0.05)).toEqual({ best: 1, worst: 4 });
		expect([...expectedRanks(values)]).toEqual([2.5, 2.5, 2.5, 2.5]);
		topProbabilities(values, 1).forEach((p) => expect(p).toBeCloseTo(0.25, 8));
	});

	it('lie in their 95 % sets at least so often, ties and near-ties included (false alarm: below 1e-6)', () => {
		const random = new Random(3);
		const truth = [0.05, 0.05, 0.06, 0.062, 0.09, 0.12, 0.12, 0.2];
		const se = truth.map((_, i) => 0.004 + 0.002 * (i % 3));
		const ROUNDS = 4_000;
		let missed = 0;
		for (let round = 0; round < ROUNDS; round++) {
			const values = valuesOf(
				truth.map((value, i) => value + se[i]! * random.normal()),
				se
			);
			const i = round % truth.length;
			const { best, worst } = rankSet(values, i, 0.05);
			const surelyAbove = truth.filter((value) => value > truth[i]!).length;
			const notBelow = truth.filter((value) => value >= truth[i]!).length;
			if (best > surelyAbove + 1 || worst < notBelow) missed++;
		}
		// Binomial with mean 200 and standard deviation 14 at most.
		expect(missed).toBeLessThan(270);
		expect(missed).toBeGreaterThan(0);
	});
});
