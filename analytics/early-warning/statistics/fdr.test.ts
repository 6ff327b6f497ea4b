import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { benjaminiHochberg, holm, localFdr, mixingWeight, signalSet } from './fdr.ts';
import { normalCdf } from './normal.ts';

const path = '../shared/reference/early-warning/fdr_reference.json';

describe('false discovery rate', () => {
	it.runIf(existsSync(path))('equals the reference: mixing weight, local rates, set, Benjamini-Hochberg', () => {
		const { input, expected } = JSON.parse(readFileSync(path, 'utf8'));
		const weight = mixingWeight(expected.logBF);
		expect(weight).toBeCloseTo(expected.em_pi, 7);
		const lfdr = expected.logBF.map((value: number) => localFdr(weight, value));
		lfdr.forEach((value: number, i: number) => expect(value).toBeCloseTo(expected.lfdr[i], 7));
		expect(signalSet(lfdr, 0.1).filter(Boolean)).toHaveLength(expected.n_flag_q10);
		expect(signalSet(lfdr, 0.2).filter(Boolean)).toHaveLength(expected.n_flag_q20);
		const pValues = input.z.map((z: number) => normalCdf(-z));
		const rejected = benjaminiHochberg(pValues, 0.1);
		expect(rejected).toEqual(expected.BH.map((adjusted: number) => adjusted <= 0.1));
		expect(rejected.filter(Boolean)).toHaveLength(expected.BH_n_q10);
		expect(signalSet(expected.small.lfdr, 0.1).filter(Boolean)).toHaveLength(expected.small.n_at_10);
	});

	it('keeps the mixing weight within its bounds, one series included', () => {
		expect(mixingWeight([-3, -2, -5, -4])).toBe(1 / 8);
		expect(mixingWeight([900, 800, 700])).toBe(0.3);
		expect(mixingWeight([2])).toBe(0.3);
		expect(mixingWeight([-2])).toBe(0.3);
	});

	it('finds the weight at which EM stands still', () => {
		const values = [-0.9, -1.1, -0.8, 0.3, 2.5, -0.9, -0.6, -1.2, -0.7, -1.3];
		const weight = mixingWeight(values);
		const mean = values.reduce((sum, value) => sum + 1 - localFdr(weight, value), 0) / values.length;
		expect(weight).toBeGreaterThan(0.05);
		expect(weight).toBeLessThan(0.3);
		expect(mean).toBeCloseTo(weight, 12);
	});

	it('takes the largest set, also out of order, and none when none is sure enough', () => {
		expect(signalSet([0.5, 0.01, 0.12, 0.9, 0.03], 0.1)).toEqual([false, true, true, false, true]);
		expect(signalSet([0.11, 0.2], 0.1)).toEqual([false, false]);
	});

	it('rejects by steps up: a late p-value below its line carries earlier ones along', () => {
		expect(benjaminiHochberg([0.04, 0.045, 0.049, 0.9], 0.1)).toEqual([true, true, true, false]);
		expect(benjaminiHochberg([0.06, 0.9], 0.1)).toEqual([false, false]);
		expect(benjaminiHochberg([], 0.1)).toEqual([]);
	});

	it('steps down: the first p-value above its line saves all later ones', () => {
		expect(holm([0.04, 0.01, 0.02], 0.05)).toEqual([true, true, true]);
		expect(holm([0.03, 0.01, 0.03], 0.05)).toEqual([false, true, false]);
		expect(holm([0.02, 0.9], 0.05)).toEqual([true, false]);
		expect(holm([0.02, 0.9], 0.05, 4)).toEqual([false, false]);
		expect(holm([], 0.05)).toEqual([]);
	});
});
