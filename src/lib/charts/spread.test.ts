import { expect, it } from 'vitest';
import { spread } from './spread.ts';

it('leaves labels at their marks where there is room', () => {
	expect(spread([40, 10, 80], 14, [0, 100])).toEqual([40, 10, 80]);
});

it('keeps labels apart, in the order of their marks, inside the limits', () => {
	const marks = [98, 50, 52, 51, 99];
	const places = spread(marks, 14, [0, 100]);
	const order = marks.map((_, i) => i).sort((a, b) => marks[a]! - marks[b]!);
	const sorted = order.map((i) => places[i]!);
	for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(14 - 1e-9);
	expect(Math.max(...places)).toBeLessThanOrEqual(100);
	expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
});

it('shares the room when not all labels fit', () => {
	expect(spread([5, 5, 5], 14, [0, 10])).toEqual([0, 5, 10]);
});

it('has no place to give without marks', () => {
	expect(spread([], 14, [0, 10])).toEqual([]);
});
