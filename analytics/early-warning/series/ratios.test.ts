import { describe, expect, it } from 'vitest';
import type { Columns } from './columns.ts';
import { leftOut, toRatios } from './ratios.ts';

/** 40 series of one period, all with count 10 of 100, noise 2 and 5. */
function columns(): Columns & { count: Float64Array[]; sigma: Float64Array[]; exposure: Float64Array[] } {
	const column = (value: number) => Array.from({ length: 40 }, () => Float64Array.of(value));
	return { count: column(10), sigma: column(2), exposure: column(100), exposureSigma: column(5), breaks: [] };
}

describe('ratios to the nation', () => {
	it('divide by what the national rate lets expect, and so does the noise', () => {
		const table = columns();
		table.count[0]![0] = -6;
		const [first] = toRatios(table);
		const rate = (39 * 10 - 6) / 4000;
		expect(first!.expected[0]).toBeCloseTo(100 * rate, 12);
		expect(first!.ratio[0]).toBeCloseTo(-6 / (100 * rate), 12);
		expect(first!.noise[0]).toBeCloseTo((2 / (100 * rate)) ** 2, 12);
		expect(first!.exposureNoise[0]).toBeCloseTo(0.0025, 12);
	});

	it('compare a region of more than a twentieth of the nation with the others', () => {
		const table = columns();
		table.exposure[0]![0] = 210;
		table.count[0]![0] = 90;
		const [large, small] = toRatios(table);
		expect(large!.expected[0]).toBeCloseTo(21, 12);
		expect(small!.expected[0]).toBeCloseTo((100 * 480) / 4110, 12);
	});

	it('of a period depend on no later one, though a region grows large', () => {
		const grown = Array.from({ length: 40 }, (_, i) => Float64Array.of(100, 100, i === 0 ? 5_000 : 100));
		const row = (value: number) => Array.from({ length: 40 }, () => new Float64Array(3).fill(value));
		const table = { count: row(10), sigma: row(2), exposure: grown, exposureSigma: row(0), breaks: [] };
		table.count[0]!.fill(30);
		const cut = (rows: Float64Array[]) => rows.map((values) => values.slice(0, 2));
		const early = toRatios({
			...table,
			...{ count: cut(table.count), sigma: cut(table.sigma) },
			...{ exposure: cut(grown), exposureSigma: cut(table.exposureSigma) }
		});
		const all = toRatios(table);
		expect(all.map(({ ratio }) => ratio.slice(0, 2))).toEqual(early.map(({ ratio }) => ratio));
		expect(all[0]!.expected[1]).toBeCloseTo((100 * 420) / 4_000, 12);
		// From then on it is compared with the others.
		expect(all[0]!.expected[2]).toBeCloseTo((5_000 * 390) / 3_900, 12);
	});

	it('are missing where they cannot be, and each has its reason', () => {
		const table = columns();
		table.count[1]![0] = NaN;
		table.sigma[2]![0] = NaN;
		table.exposure[3]![0] = NaN;
		table.exposure[4]![0] = 0;
		table.exposure[5]![0] = -4;
		const ratios = toRatios(table);
		expect(ratios.flatMap(({ ratio }, i) => (Number.isNaN(ratio[0]!) ? [i] : []))).toEqual([1, 2, 3, 4, 5]);
		expect(leftOut(table, ratios)).toEqual([
			{ series: 2, period: 0, why: 'sigma' },
			{ series: 3, period: 0, why: 'exposure' },
			{ series: 4, period: 0, why: 'no_exposure' },
			{ series: 5, period: 0, why: 'no_exposure' }
		]);
		// What is unknown is left out of the nation; an exposure that noise made negative belongs to it.
		expect(ratios[0]!.expected[0]).toBeCloseTo((100 * 370) / (35 * 100 - 4), 12);
	});
});
