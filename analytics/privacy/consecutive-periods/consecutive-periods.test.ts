import { describe, expect, it } from 'vitest';
import { halfOrder, toeplitz } from '../testing/half-order.ts';
import { periodStrategy } from './consecutive-periods.ts';
import { chooseScale, halfOrderColumn, halfOrderMatrix } from './half-order-matrix.ts';
import { spellCost } from './spell-cost.ts';

/** So fine that the figures are those of the real matrix to six digits. */
const FINE = 2 ** 22;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const running = (column: readonly number[]) => column.map((_, n) => sum(column.slice(0, n + 1)));
/** Squared length of the running sums: the price of a status that begins at once and stays. */
const gamma = (column: readonly number[]) => sum(running(column).map((f) => (f / column[0]!) ** 2));

/** Largest price of a 0/1 path in one cell with at most k changes, from all paths. */
function pathCost(column: readonly number[], k: number): number {
	const periods = column.length;
	let largest = 0;
	for (let path = 0; path < 2 ** periods; path++) {
		const at = (t: number) => (path >> t) & 1;
		let changes = at(0);
		for (let t = 1; t < periods; t++) changes += at(t) ^ at(t - 1);
		if (changes > k) continue;
		let length = 0;
		for (let t = 0; t < periods; t++) {
			let z = 0;
			for (let n = 0; n <= t; n++) z += at(t - n) * column[n]!;
			length += z * z;
		}
		largest = Math.max(largest, length);
	}
	return largest / column[0]! ** 2;
}

describe('published figures', () => {
	it.each([
		[10, 1.791344, [3.209, 4.412, 6.467, 8.912, 9.736]],
		[12, 1.850677, [3.425, 4.775, 7.114, 9.994, 11.945]]
	])('T = %d: gamma %d and the exact maxima of k = 1, 2, 4, 8 and any changes in one cell', (periods, g, values) => {
		const column = halfOrderColumn(periods, FINE);
		expect(gamma(column)).toBeCloseTo(g, 5);
		[1, 2, 4, 8, periods].forEach((k, i) => expect(g * pathCost(column, k)).toBeCloseTo(values[i]!, 3));
		expect((g * spellCost(toeplitz(column), 1)) / FINE ** 2).toBeCloseTo(values[1]!, 3);
	});

	it.each([
		[40, 2.238499, 5.011, [7.5, 12.1, 19.1], [10.0, 20.0, 40.1]],
		[120, 2.589519, 6.706, [10.5, 17.6, 29.4], [13.4, 26.8, 53.6]]
	])('T = %d: gamma %d, one change %d, and 1, 2 and 4 spells between %j and %j', (periods, g, one, found, bounds) => {
		const column = halfOrderColumn(periods, FINE);
		expect(gamma(column)).toBeCloseTo(g, 5);
		expect(g * gamma(column)).toBeCloseTo(one, 3);
		[1, 2, 4].forEach((spells, i) => {
			const value = (g * spellCost(toeplitz(column), spells)) / FINE ** 2;
			// The lower figures are the largest paths that a search found in one cell; for one spell the search is exhaustive.
			if (spells === 1) expect(value).toBeCloseTo(found[i]!, 1);
			expect(value).toBeGreaterThan(found[i]! - 0.05);
			expect(2 * spells * g * gamma(column)).toBeCloseTo(bounds[i]!, 1);
			expect(value).toBeLessThan(bounds[i]!);
		});
	});
});

it('freezes the whole numbers of ten years', () => {
	const { matrix, encode } = halfOrder(10, 1);
	expect(matrix.map((row) => row[0])).toEqual([256, -128, -32, -16, -10, -7, -5, -4, -4, -3]);
	expect(matrix[3]).toEqual([-16, -32, -128, 256]);
	expect(encode(Float64Array.of(3, 3, 4, 0, 0, 0, 0, 0, 0, 1))).toEqual(
		Float64Array.of(768, 384, 544, -656, -206, -115, -76, -55, -44, 219)
	);
});

it('works out a matrix of three periods by hand', () => {
	const matrix = [[2], [-1, 3], [-1, -2, 4]];
	const { cost, variance, worstVariance, largestMeasured } = periodStrategy({
		strategy: 'fitted',
		periods: 3,
		spells: 1,
		matrix
	});
	// Products of columns: 6, 13 and 16 with themselves; -1, -4 and -8 with each other. The first two periods cost 17.
	expect(cost).toBe(17);
	// The inverse has the rows [1/2], [1/6, 1/3] and [5/24, 1/6, 1/4].
	expect(variance(2)).toBeCloseTo(25 / 576 + 1 / 36 + 1 / 16, 12);
	expect(worstVariance).toBeCloseTo(17 / 4, 12);
	expect(largestMeasured(10)).toBe(70);
	const twice = periodStrategy({ strategy: 'fitted', periods: 3, spells: 2, matrix });
	// The first two in one cell, the third in another.
	expect(twice.cost).toBe(33);
});

it.each([
	[1, 256],
	[10, 256],
	[24, 1_024],
	[40, 4_096],
	[120, 32_768],
	[1_000, 2_097_152]
])('takes for half-order differences of %d periods the scale %d', (periods, scale) => {
	expect(chooseScale(periods)).toBe(scale);
});

it.each([
	[1, 1, false],
	[10, 1, true],
	[10, 2, true],
	[10, 3, false],
	[12, 3, true],
	[120, 19, true],
	[120, 20, false]
] as const)('for %d periods and %d spells half-order differences are better than each by itself: %s', (...row) => {
	const [periods, spells, better] = row;
	expect(halfOrder(periods, spells).worstVariance < periods).toBe(better);
});

it('prices the largest horizon with any number of spells', () => {
	const { cost, worstVariance } = halfOrder(1_000, 20);
	expect(Number.isSafeInteger(cost)).toBe(true);
	expect(1_000 / worstVariance).toBeGreaterThan(3);
});

it('refuses what would reach 2^53 while planning', () => {
	const { largestMeasured } = halfOrder(120, 1);
	expect(largestMeasured(18_000_000)).toBeGreaterThan(32_768 * 18_000_000);
	expect(() => largestMeasured(2 ** 38)).toThrow(RangeError);
	for (const bound of [-1, 0.5, NaN, Infinity]) expect(() => largestMeasured(bound)).toThrow(RangeError);
	const matrix = [[2 ** 26], [-1, 2 ** 26], [-1, -1, 2 ** 26]];
	expect(() => periodStrategy({ strategy: 'fitted', periods: 3, spells: 1, matrix })).toThrow(/2\^53/);
});

it('refuses horizons, spells, periods and vectors that make no sense', () => {
	const strategy = 'independent';
	for (const periods of [0, 1.5, 1_001, NaN])
		expect(() => periodStrategy({ strategy, periods, spells: 1 })).toThrow(RangeError);
	for (const spells of [0, 1.5, NaN, Infinity])
		expect(() => periodStrategy({ strategy, periods: 3, spells })).toThrow(RangeError);
	const { covariance, encode, decode } = halfOrder(3, 1);
	for (const t of [-1, 3, 0.5]) expect(() => covariance(0, t)).toThrow(RangeError);
	expect(() => encode(new Float64Array(4))).toThrow(RangeError);
	expect(() => decode(new Float64Array(2))).toThrow(RangeError);
});

it.each([
	['no matrix', undefined],
	['too few rows', [[1], [0, 1]]],
	['too many rows', [[1], [0, 1], [0, 0, 1], [0, 0, 0, 1]]],
	[
		'an upper triangle',
		[
			[1, 0, 0],
			[0, 1],
			[0, 0, 1]
		]
	],
	['a fraction', [[1], [-0.5, 1], [0, 0, 1]]],
	['no number', [[1], [NaN, 1], [0, 0, 1]]],
	['a 0 on the diagonal', [[1], [0, 0], [0, 0, 1]]],
	['a diagonal below 0', [[1], [0, -1], [0, 0, 1]]],
	['spells that add up', [[1], [1, 1], [0, 0, 1]]]
])('refuses %s', (_, matrix) => {
	expect(() => periodStrategy({ strategy: 'fitted', periods: 3, spells: 1, matrix })).toThrow(RangeError);
});

it('takes no matrix when each period is measured by itself', () => {
	const matrix = halfOrderMatrix(3);
	expect(() => periodStrategy({ strategy: 'independent', periods: 3, spells: 1, matrix })).toThrow(RangeError);
	const { encode } = periodStrategy({ strategy: 'independent', periods: 3, spells: 1 });
	expect(encode(Float64Array.of(1, 2, 3, 4, 5, 6))).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
});
