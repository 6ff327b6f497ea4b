import { halfOrderMatrix, periodStrategy } from 'diffprivlib-js';
import { describe, expect, it } from 'vitest';
import { cellLives } from './cell-lives.ts';
import { playPeriods } from './period-game.ts';
import { separateBound, seriesBound } from './series-bound.ts';
import { fitPeriods } from './series-fit.ts';
import { spellGame } from './spell-game.ts';
import { spellLives } from './spell-lives.ts';
import { symmetricRoot } from './symmetric-root.ts';

describe('the bound over all ways to measure the periods of a cell', () => {
	it('is 1 for one period and 4/3 for two', () => {
		expect(seriesBound(1, 1)['max-variance']).toBeCloseTo(1, 9);
		expect(seriesBound(1, 3)['sum-of-variances']).toBeCloseTo(1, 9);
		// Two periods, paths 10, 01 and 11: by symmetry X = [[a, -b], [-b, a]] with a = 1 and b = 1/2, so (X^-1)_tt = 4/3.
		expect(seriesBound(2, 1)['max-variance']).toBeCloseTo(4 / 3, 3);
		expect(seriesBound(2, 1)['max-variance']).toBeLessThan(4 / 3 + 1e-12);
		expect(seriesBound(2, 1)['sum-of-variances']).toBeCloseTo(8 / 3, 3);
	});

	it.each([
		[4, 1],
		[4, 2],
		[12, 1],
		[12, 3],
		[24, 1]
	])('lies below all strategies: %i periods, %i spells', (periods, spells) => {
		const bound = seriesBound(periods, spells);
		for (const strategy of [
			periodStrategy({ strategy: 'independent', periods, spells }),
			periodStrategy({ strategy: 'half-order', periods, spells, matrix: halfOrderMatrix(periods) }),
			fitPeriods(periods, spells)!
		]) {
			const variances = Array.from({ length: periods }, (_, t) => strategy.cost * strategy.variance(t));
			expect(bound['max-variance']).toBeLessThan(Math.max(...variances));
			expect(bound['sum-of-variances']).toBeLessThan(variances.reduce((s, v) => s + v, 0));
		}
		expect(bound['max-variance']).toBeGreaterThan(1);
	});

	it('grows with the spells that a unit may have, and with the periods', () => {
		expect(seriesBound(12, 2)['max-variance']).toBeGreaterThan(seriesBound(12, 1)['max-variance'] * 1.05);
		expect(seriesBound(24, 1)['max-variance']).toBeGreaterThan(seriesBound(12, 1)['max-variance'] * 1.05);
	});

	it('is that of 60 periods for more, and for sums that of their parts', () => {
		const game = spellGame(130, 1);
		const { bound, gram } = game('max-variance');
		expect(gram).toHaveLength(60);
		expect(seriesBound(130, 1, game)['max-variance']).toBe(bound);
		expect(seriesBound(130, 1, () => ({ bound: 7, reached: 7, gram }))['sum-of-variances']).toBe(14);
	});

	it.each(['max-variance', 'sum-of-variances'] as const)(
		'is the same from a game that a fit has played: %s',
		(objective) => {
			const game = spellGame(16, 1);
			const fitted = fitPeriods(16, 1, objective, game)!;
			expect(fitted.matrix).toEqual(fitPeriods(16, 1, objective)!.matrix);
			const alone = playPeriods(spellLives(16, 1), 16, objective).bound;
			expect(seriesBound(16, 1, game)[objective]).toBe(alone);
			expect(separateBound(16, 1, game)[objective]).toBe(alone);
			expect(seriesBound(16, 1)[objective]).toBe(alone);
			expect(game(objective)).toBe(game(objective));
		}
	);
});

describe('lives in one cell', () => {
	it.each([
		[4, 1],
		[5, 2],
		[8, 3]
	])('of few periods are all there are: %i periods, %i spells', (periods, spells) => {
		const all = Array.from({ length: 2 ** periods }, (_, set) =>
			Array.from({ length: periods }, (__, t) => (set >> t) & 1)
		).filter((life) => {
			const runs = life.filter((is, t) => is === 1 && life[t - 1] !== 1).length;
			return runs >= 1 && runs <= spells;
		});
		const gram = Array.from({ length: periods }, (_, s) =>
			Array.from({ length: periods }, (__, t) => (s === t ? 3 + s : -0.4 / (1 + Math.abs(s - t))))
		);
		const costs = all.map((life) =>
			life.reduce((sum, a, s) => sum + life.reduce((inRow, b, t) => inRow + a * b * gram[s]![t]!, 0), 0)
		);
		const lives = cellLives(periods, spells);
		let weights = all.map(() => 1);
		for (let step = 0; step < 3; step++) {
			const total = weights.reduce((sum, w) => sum + w, 0);
			lives.moments().forEach((row, s) =>
				row.forEach((moment, t) => {
					const share = all.reduce((sum, life, k) => sum + weights[k]! * life[s]! * life[t]!, 0) / total;
					expect(moment).toBeCloseTo(share, 9);
				})
			);
			expect(lives.answer(gram, 2)).toBeCloseTo(Math.max(...costs), 9);
			weights = weights.map((w, k) => w * costs[k]! ** 2);
		}
	});

	it('of many periods have as many spells as allowed', () => {
		const lives = cellLives(30, 10);
		const identity = Array.from({ length: 30 }, (_, s) => Array.from({ length: 30 }, (__, t) => Number(s === t)));
		// A life that goes on and off each period is dear when neighbours cost each other less than nothing.
		const apart = identity.map((row, s) => row.map((x, t) => (Math.abs(s - t) === 1 ? -0.5 : x)));
		expect(lives.answer(identity, 1)).toBe(30);
		expect(lives.answer(apart, 1)).toBe(10);
	});
});

const SQUARE_ROOT = [
	[2, 1, 0],
	[1, 3, 1],
	[0, 1, 1]
];
const squared = SQUARE_ROOT.map((row) => SQUARE_ROOT.map((other) => row.reduce((s, x, k) => s + x * other[k]!, 0)));

it('finds the root of a symmetric matrix, also of one without full rank', () => {
	const { root, inverse, trace } = symmetricRoot(squared);
	SQUARE_ROOT.forEach((row, i) => row.forEach((x, j) => expect(root[i]![j]).toBeCloseTo(x, 10)));
	expect(trace).toBeCloseTo(6, 10);
	root.forEach((row, i) =>
		SQUARE_ROOT.forEach((_, j) =>
			expect(row.reduce((s, x, k) => s + x * inverse[k]![j]!, 0)).toBeCloseTo(i === j ? 1 : 0, 9)
		)
	);
	const flat = symmetricRoot([
		[1, 1],
		[1, 1]
	]);
	expect(flat.trace).toBeCloseTo(Math.SQRT2, 10);
	expect(flat.inverse[0]![1]).toBeCloseTo(1 / (2 * Math.SQRT2), 10);
});

it('finds the same root from another start', () => {
	const near = symmetricRoot(squared.map((row, i) => row.map((x, j) => x + (i === j ? 0.1 * i : 0.01))));
	const { root } = symmetricRoot(squared, near.vectors);
	SQUARE_ROOT.forEach((row, i) => row.forEach((x, j) => expect(root[i]![j]).toBeCloseTo(x, 10)));
});
