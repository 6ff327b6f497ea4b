import { describe, expect, it } from 'vitest';
import { agrees, likeness, type Beside } from './beside-cbs.ts';

const row = (name: string, share: number, cbs: number, se = 0.001): Beside => ({
	name,
	period: '2020',
	share,
	share_se: se,
	lower: share - 1.96 * se,
	upper: share + 1.96 * se,
	cbs,
	rounding: 0.0005
});

describe('a figure beside the one that CBS publishes', () => {
	it('agrees when the rounded figure may lie in the interval, on either side', () => {
		expect(agrees(row('a', 0.05, 0.0524))).toBe(true);
		expect(agrees(row('a', 0.05, 0.0525))).toBe(false);
		expect(agrees(row('a', 0.05, 0.0476))).toBe(true);
		expect(agrees(row('a', 0.05, 0.0475))).toBe(false);
	});

	it('is told as likeness of all, with the largest differences that noise does not explain', () => {
		const rows = [row('a', 0.05, 0.05), row('b', 0.08, 0.07), row('c', 0.03, 0.035), row('d', 0.06, 0.06, 0.05)];
		const found = likeness(rows);
		expect(found.regions).toBe(4);
		expect(found.within).toBe(2);
		expect(found.apart).toBeCloseTo(0.015 / 4, 12);
		expect(found.largest.map(({ name }) => name)).toEqual(['b', 'c']);
		// By hand: sum of products .000925, of squares .0013 and .00066875 (means .055 and .05375).
		expect(found.correlation).toBeCloseTo(0.000925 / Math.sqrt(0.0013 * 0.00066875), 6);
	});

	it('tells of no more regions than a reader takes in', () => {
		expect(likeness(Array.from({ length: 9 }, (_, i) => row(`r${i}`, 0.05 + i / 100, 0.02))).largest).toHaveLength(5);
	});
});
