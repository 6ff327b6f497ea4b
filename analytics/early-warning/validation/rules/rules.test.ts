import { expect, it } from 'vitest';
import type { Columns } from '../../series/columns.ts';
import { plainRules } from './rules.ts';

const row = (...values: number[]) => Float64Array.from(values);
const columns: Columns = {
	count: [row(10, 20, 13, 30), row(-5, 20, 40, NaN), row(100, 100, 100, 100)],
	sigma: [row(1, 1, 1, 1), row(1, 1, 1, 1), row(1, 1, 1, 1)],
	exposure: [row(100, 100, 100, 200), row(100, 100, 100, 100), row(1000, 1000, 1000, 1000)],
	exposureSigma: [row(0, 0, 0, 0), row(0, 0, 0, 0), row(0, 0, 0, 0)],
	breaks: []
};

it('compare rates, and warn from a fifth more on', () => {
	const { scores, flags } = plainRules.previous_20(columns, 4, 1);
	expect(scores[0]).toEqual([1, expect.closeTo(-0.35, 12), expect.closeTo(15 / 13 - 1, 12)]);
	expect(flags[0]).toEqual([true, false, false]);
	// A rate below zero and a missing one tell nothing.
	expect(scores[1]).toEqual([NaN, 1, NaN]);
	expect(flags[1]).toEqual([false, true, false]);
});

it('look a year back', () => {
	expect(plainRules.year_ago_20(columns, 4, 3).scores.map((one) => one[0])).toEqual([NaN, NaN, NaN]);
	expect(plainRules.year_ago_20(columns, 1, 3).flags.map((one) => one[0])).toEqual([false, false, false]);
	const risen = { ...columns, count: [row(10, 60, 60, 60), ...columns.count.slice(1)] };
	expect(plainRules.tested(risen, 1, 1).flags[0]).toEqual([true, false, false]);
	expect(plainRules.tested(columns, 1, 3).scores[1]).toEqual([NaN]);
});
