import { describe, expect, it } from 'vitest';
import { seriesStrategy } from './half-order.ts';
import { spellCost } from './spell-cost.ts';
import { chooseScale, halfOrderColumn } from './square-root.ts';

/** So fine that the figures are those of the real matrix to six digits. */
const FINE = 2 ** 24;
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
		expect((g * spellCost(column, 1)) / FINE ** 2).toBeCloseTo(values[1]!, 3);
	});

	it.each([
		[40, 2.238499, 5.011, [7.5, 12.1, 19.1], [10.0, 20.0, 40.1]],
		[120, 2.589519, 6.706, [10.5, 17.6, 29.4], [13.4, 26.8, 53.6]]
	])('T = %d: gamma %d, one change %d, and 1, 2 and 4 spells between %j and %j', (periods, g, one, found, bounds) => {
		const column = halfOrderColumn(periods, FINE);
		expect(gamma(column)).toBeCloseTo(g, 5);
		expect(g * gamma(column)).toBeCloseTo(one, 3);
		[1, 2, 4].forEach((spells, i) => {
			const value = (g * spellCost(column, spells)) / FINE ** 2;
			// The lower figures are the largest paths that a search found in one cell; for one spell the search is exhaustive.
			if (spells === 1) expect(value).toBeCloseTo(found[i]!, 1);
			expect(value).toBeGreaterThan(found[i]! - 0.05);
			expect(2 * spells * g * gamma(column)).toBeCloseTo(bounds[i]!, 1);
			expect(value).toBeLessThan(bounds[i]!);
		});
	});
});

it('freezes the whole numbers of ten years', () => {
	const { halfOrder } = seriesStrategy({ periods: 10, spells: 1 });
	expect(halfOrder.column).toEqual([256, -128, -32, -16, -10, -7, -5, -4, -4, -3]);
	expect(halfOrder.encode(Float64Array.of(3, 3, 4, 0, 0, 0, 0, 0, 0, 1))).toEqual(
		Float64Array.of(768, 384, 544, -656, -206, -115, -76, -55, -44, 219)
	);
});

it.each([
	[1, 256],
	[10, 256],
	[24, 1_024],
	[40, 4_096],
	[120, 32_768],
	[1_000, 2_097_152]
])('takes for %d periods the scale %d', (periods, scale) => {
	expect(chooseScale(periods)).toBe(scale);
});

it.each([
	[1, 1, 'independent'],
	[10, 1, 'half-order'],
	[10, 2, 'half-order'],
	[10, 3, 'independent'],
	[12, 3, 'half-order'],
	[120, 19, 'half-order'],
	[120, 20, 'independent']
] as const)('prefers for %d periods and %d spells: %s', (periods, spells, name) => {
	expect(seriesStrategy({ periods, spells }).better.name).toBe(name);
});

it('prices the largest horizon with any number of spells', () => {
	const { halfOrder, independent } = seriesStrategy({ periods: 1_000, spells: 20 });
	expect(Number.isSafeInteger(halfOrder.cost)).toBe(true);
	expect(independent.worstVariance / halfOrder.worstVariance).toBeGreaterThan(3);
});

it('refuses what would reach 2^53 while planning', () => {
	const { halfOrder } = seriesStrategy({ periods: 120, spells: 1 });
	expect(halfOrder.largestMeasured(18_000_000)).toBeGreaterThan(32_768 * 18_000_000);
	expect(() => halfOrder.largestMeasured(2 ** 38)).toThrow(RangeError);
	for (const bound of [-1, 0.5, NaN, Infinity]) expect(() => halfOrder.largestMeasured(bound)).toThrow(RangeError);
});

it('refuses horizons, spells, periods and vectors that make no sense', () => {
	for (const periods of [0, 1.5, 1_001, NaN]) expect(() => seriesStrategy({ periods, spells: 1 })).toThrow(RangeError);
	for (const spells of [0, 1.5, NaN, Infinity])
		expect(() => seriesStrategy({ periods: 3, spells })).toThrow(RangeError);
	const { halfOrder } = seriesStrategy({ periods: 3, spells: 1 });
	for (const t of [-1, 3, 0.5]) expect(() => halfOrder.covariance(0, t)).toThrow(RangeError);
	expect(() => halfOrder.encode(new Float64Array(4))).toThrow(RangeError);
	expect(() => halfOrder.decode(new Float64Array(2))).toThrow(RangeError);
});
