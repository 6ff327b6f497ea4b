import { expect, it } from 'vitest';
import { dotsAbove, quantileDots, TWENTY } from './quantile-dots.ts';
import { normalCdf } from '../format/compare.ts';

it('takes twenty quantiles, each the middle of one twentieth', () => {
	for (const [i, z] of TWENTY.entries()) expect(normalCdf(z)).toBeCloseTo((i + 0.5) / 20, 5);
});

it('heaps every dot on the one below it', () => {
	const dots = quantileDots(0.07, 0.01);
	expect(dots).toHaveLength(20);
	for (const dot of dots)
		expect(dot.level === 0 || dots.some((other) => other.x === dot.x && other.level === dot.level - 1)).toBe(true);
	// A dot stands at most half a column from the value it stands for.
	const column = (2 * 1.959964 * 0.01) / 9;
	for (const dot of dots) expect(Math.abs(dot.x - dot.share)).toBeLessThanOrEqual(column / 2 + 1e-12);
});

it('counts the dots above a share', () => {
	expect([0, 0.05, 0.0699, 0.0701, 0.2].map((reference) => dotsAbove(0.07, 0.01, reference))).toEqual([
		20, 20, 10, 10, 0
	]);
});
