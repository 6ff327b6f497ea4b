import { describe, expect, it } from 'vitest';
import type { Text } from '../contract/spec.ts';
import { characteristics } from '../population/characteristics.ts';
import { indicators } from './catalogue.ts';
import { povertyThresholds } from './poverty-line.ts';

const isTold = ({ nl, en }: Text) => nl.trim() !== '' && en.trim() !== '' && nl !== en;

describe.each(indicators.map((indicator) => [indicator.id, indicator] as const))('%s', (id, indicator) => {
	it('is defined in both languages, with a version and a source', () => {
		expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(indicator.version).toMatch(/^\d+$/);
		expect(indicator.source).not.toBe('');
		const { label, formula, exclusions, notFor, approximation } = indicator;
		for (const text of [label, formula, exclusions, notFor, ...(approximation ? [approximation] : [])])
			expect([text, isTold(text)]).toEqual([text, true]);
	});

	it('has a threshold for each column of each year', () => {
		const { thresholds } = indicator;
		for (const { year, values } of thresholds?.rows ?? [])
			expect([year, values.length]).toEqual([year, thresholds!.columns.length]);
	});
});

it('indicators have one id each', () => {
	expect(new Set(indicators.map(({ id }) => id)).size).toBe(indicators.length);
});

it('characteristics with codes name every one of them', () => {
	for (const { column, codes, facts } of characteristics) {
		const { values } = facts[0];
		expect([column, values === 'number' ? undefined : [...values].sort()]).toEqual([
			column,
			codes === undefined ? undefined : Object.keys(codes).sort()
		]);
	}
});

it('the poverty lines of 2023 are the published ones, and those of other years follow prices', () => {
	const lines = (wanted: number) => povertyThresholds.rows.find(({ year }) => year === wanted)!.values;
	expect(lines(2023)).toEqual([1510, 2535, 2910, 2500]);
	// Prices rose by 3.83 % from 2022 to 2023: 121.43 to 126.08.
	expect(lines(2022)[0]).toBe(1454);
});
