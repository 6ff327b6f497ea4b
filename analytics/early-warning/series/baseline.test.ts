import { expect, it } from 'vitest';
import { yearOnYear } from './baseline.ts';
import type { RatioSeries } from './model.ts';

const series = (ratio: number[], more: Partial<RatioSeries> = {}): RatioSeries => ({
	ratio: Float64Array.from(ratio),
	expected: new Float64Array(ratio.length).fill(400),
	noise: new Float64Array(ratio.length).fill(0.0075),
	exposureNoise: new Float64Array(ratio.length),
	breaks: new Set(),
	...more
});

it('is the change in a year over the standard deviation of counting and noise in both periods', () => {
	// Level 1: 1/400 for counting and 0.0075 of noise, twice: 0.02.
	const { z } = yearOnYear([series([0.9, 1, 1.1]), series([0, NaN, 1])], 1, 1);
	expect(z[0]![0]).toBeCloseTo(0.1 / Math.sqrt(2 * (0.95 / 400 + 0.0075)), 12);
	expect(z[0]![1]).toBeCloseTo(0.1 / Math.sqrt(2 * (1.05 / 400 + 0.0075)), 12);
	expect(z[1]).toEqual([null, null]);
	const unsure = series([0.9, 1.1], { exposureNoise: new Float64Array(2).fill(0.01) });
	expect(yearOnYear([unsure], 1, 1).z[0]![0]).toBeCloseTo(0.2 / Math.sqrt(0.02 + 0.02), 12);
});

it('marks rises by Benjamini-Hochberg and withholds what a declared break parts', () => {
	const rows = [series([1, 1.6]), series([1, 0.4]), series([1, 1.6], { breaks: new Set([1]) }), series([1, 1.1])];
	expect(yearOnYear(rows, 1, 1).signal).toEqual([[true], [false], [null], [false]]);
	const earlier = yearOnYear([series([1, 1, 1.6], { breaks: new Set([1]) })], 1, 1);
	expect(earlier.signal).toEqual([[null, true]]);
});
