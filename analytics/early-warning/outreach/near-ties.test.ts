import { expect, it } from 'vitest';
import { Random } from '../statistics/random.ts';
import { nearTies } from './near-ties.ts';
import type { Target } from './target.ts';

const target = (share: number, se: number, i: number): Target => ({
	region: `BU${i}`,
	...{ attribute: '', code: '', units: 100, share, se, group: 0 }
});

it('finds those that may or may not be in the top, as repeated drawing from their distributions does', () => {
	const random = new Random(11);
	const targets = Array.from({ length: 60 }, (_, i) =>
		target(0.1 + 0.03 * random.normal(), 0.005 + 0.02 * random.uniform(), i)
	);
	const inTop = targets.map(() => 0);
	const DRAWS = 5_000;
	for (let draw = 0; draw < DRAWS; draw++) {
		const values = targets.map(({ share, se }) => share + se * random.normal());
		const lowest = [...values].sort((a, b) => b - a)[9]!;
		values.forEach((value, i) => (inTop[i]! += Number(value >= lowest)));
	}
	const ties = new Set(nearTies(targets, 10));
	expect(ties.size).toBeGreaterThan(2);
	// Drawing gives each probability a standard error of at most .007: beyond .035 of an edge nothing is left to chance.
	inTop.forEach((count, i) => {
		const p = count / DRAWS;
		if (Math.min(Math.abs(p - 0.3), Math.abs(p - 0.7)) > 0.035) expect(ties.has(targets[i]!)).toBe(p > 0.3 && p < 0.7);
	});
});

it('finds none where the order is certain, or everything or nothing is chosen', () => {
	const targets = [0.5, 0.3, 0.1].map((share, i) => target(share, 0.001, i));
	expect(nearTies(targets, 1)).toEqual([]);
	const alike = [0.2, 0.2, 0.2].map((share, i) => target(share, 0.05, i));
	expect(nearTies(alike, 1)).toHaveLength(3);
	expect(nearTies(alike, 0)).toEqual([]);
	expect(nearTies(alike, 3)).toEqual([]);
	expect(nearTies([], 1)).toEqual([]);
});
