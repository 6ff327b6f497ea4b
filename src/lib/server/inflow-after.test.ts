import { expect, it } from 'vitest';
import type { EventRisk } from './queries/events.ts';
import { inflowAfter, isOpposite } from './inflow-after.ts';

const row = (code: string, share: number, share_se = 0.004) =>
	({ code, share, share_se, comparison: 0.02, comparison_se: 0.001 }) as EventRisk;
const years = [row('0-11', 0.1), row('12-23', 0.05), row('24-35', 0.04)];

it('adds up who came in during three years, each year out of those who were not in', () => {
	const { after, without } = inflowAfter(years)!;
	expect(after.share).toBeCloseTo(1 - 0.9 * 0.95 * 0.96, 12);
	expect(without.share).toBeCloseTo(1 - 0.98 ** 3, 12);
	for (const { share, lower, upper } of [after, without]) expect(lower < share && share < upper).toBe(true);
	// Var log S = .004^2 (1/.9^2 + 1/.95^2 + 1/.96^2): about 1.4 percentage points to either side.
	expect(after.upper - after.lower).toBeCloseTo(2 * 1.96 * 0.004 * Math.sqrt(3.428) * 0.8208, 3);
	expect(without.upper - without.lower).toBeCloseTo(2 * 1.96 * 0.001 * 3 * 0.98 ** 2, 3);
});

it('says nothing when a year is not known, or noise says that nobody came in', () => {
	expect(inflowAfter(years.slice(1))).toBeNull();
	expect(inflowAfter(years.map((year) => ({ ...year, share: -0.001 })))).toBeNull();
	expect(inflowAfter(years.map((year) => ({ ...year, comparison: 0 })))).toBeNull();
});

it('names what points the other way only where both are clear', () => {
	const more = { difference: 0.03, difference_se: 0.005 };
	const fewer = inflowAfter(years.map((year) => ({ ...year, share: 0.01, share_se: 0.001 })))!;
	expect(isOpposite(more, fewer)).toBe(true);
	expect(isOpposite({ ...more, difference: -0.03 }, fewer)).toBe(false);
	expect(isOpposite({ ...more, difference_se: 0.02 }, fewer)).toBe(false);
	expect(isOpposite(more, inflowAfter(years.map((year) => ({ ...year, share: 0.01, share_se: 0.02 })))!)).toBe(false);
	expect(isOpposite({ ...more, difference: -0.03 }, inflowAfter(years)!)).toBe(true);
});
