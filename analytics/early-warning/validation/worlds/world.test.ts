import { describe, expect, it } from 'vitest';
import { parseSignalsInput } from '../../series/input.ts';
import { parseTruth } from '../truth.ts';
import { SERIES, worldKinds, type KindName } from './kinds.ts';
import { withSupplyBreak, world } from './world.ts';

describe('an invented world', () => {
	it.each(Object.keys(worldKinds) as KindName[])('%s is what a series file and its truth are', (name) => {
		const { input, truth } = world(name, 3);
		const { freq, periods, train, missing } = worldKinds[name];
		expect(parseSignalsInput(JSON.parse(JSON.stringify(input)), 'world')).toEqual(input);
		expect(parseTruth(JSON.parse(JSON.stringify(truth)), 'truth', SERIES, periods)).toEqual(truth);
		expect(input).toMatchObject({ freq, train });
		expect(truth.event_series0).toHaveLength(34);
		for (const onset of truth.onset0) {
			expect(onset).toBeGreaterThanOrEqual(train);
			expect(onset).toBeLessThan(periods - (3 * freq) / 4);
		}
		const gone = input.noisy_count.flat().filter((value) => value === null).length / (SERIES * periods);
		// At 3 % missing of 28,728 periods this is six standard errors; it fails by chance once in 10^8 seeds.
		expect(Math.abs(gone - missing)).toBeLessThanOrEqual(missing > 0 ? 0.006 : 0);
	});

	it('has levels that are ratios to the nation', () => {
		const { input, truth } = world('C', 4);
		const sizes = input.exposure as number[];
		const total = sizes.reduce((a, b) => a + b, 0);
		for (const t of [0, 20, 39]) {
			const mean = truth.relative_level.reduce((sum, row, i) => sum + row[t]! * sizes[i]!, 0) / total;
			expect(mean).toBeCloseTo(1, 12);
		}
	});

	it('rises by the effect in half a year, and not at all without one', () => {
		const drift = (series: number, onset: number, truth: ReturnType<typeof world>['truth']) =>
			truth.relative_level[series]![onset + 1]! / truth.relative_level[series]![onset - 1]!;
		const { truth } = world('C', 5, { effect: 0.5 });
		const rises = truth.event_series0.map((series, k) => drift(series, truth.onset0[k]!, truth));
		// The drift of two quarters has a standard deviation of 0.024; the mean of 34 rises one of 0.006.
		expect(rises.reduce((a, b) => a + b, 0) / rises.length).toBeCloseTo(1.5, 1);
		expect(world('C', 5, { effect: 0 }).truth.event_series0).toEqual([]);
	});

	it('is the same from the same seed only', () => {
		expect(world('C', 6)).toEqual(world('C', 6));
		expect(world('C', 6).input.noisy_count).not.toEqual(world('C', 7).input.noisy_count);
	});

	it('breaks in supply where told, declared or not', () => {
		const quiet = world('C', 8, { effect: 0 });
		const broken = withSupplyBreak(quiet, 30, 60, true);
		expect(broken.input.breaks).toHaveLength(60);
		expect(withSupplyBreak(quiet, 30, 60, false).input.breaks).toEqual([]);
		const changed = broken.input.noisy_count.map((row, i) =>
			row.flatMap((value, t) => (value === quiet.input.noisy_count[i]![t] ? [] : [t]))
		);
		expect(changed.filter((row) => row.length > 0)).toHaveLength(60);
		expect(Math.min(...changed.flat())).toBe(30);
	});
});
