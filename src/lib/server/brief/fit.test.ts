import { expect, it } from 'vitest';
import type { Block } from './blocks.ts';
import { fit } from './fit.ts';

const heights = (...all: number[]) => all.map((height) => (): Block => ({ height, draw: () => {} }));
const fitted = (parts: Parameters<typeof fit>[0], room: number) => fit(parts, room, 10).map(({ height }) => height);

it('keeps the fullest forms when there is room, to the last point', () => {
	expect(fitted([heights(100, 50), heights(90, 40)], 200)).toEqual([100, 90]);
});

it('shortens the part with the most forms left, the last one first', () => {
	expect(fitted([heights(100, 50), heights(90, 40)], 199)).toEqual([100, 40]);
	expect(fitted([heights(100, 80, 60), heights(90, 40)], 185)).toEqual([80, 90]);
	expect(fitted([heights(100, 50), heights(90, 40)], 120)).toEqual([50, 40]);
});

it('leaves out the last part when nothing can be shorter', () => {
	expect(fitted([heights(100), heights(90)], 150)).toEqual([100]);
	expect(fitted([heights(100), heights(90)], 99)).toEqual([]);
});

it('gives back what a shorter part left room for, to the first part first', () => {
	expect(fitted([heights(100, 80), heights(90, 85, 20)], 195)).toEqual([100, 85]);
	expect(fitted([heights(60, 50, 40), heights(200, 100, 10)], 80)).toEqual([60, 10]);
});

it('lays out no form that it does not try', () => {
	const never = () => {
		throw new Error('laid out');
	};
	expect(fitted([[...heights(100), never], []], 100)).toEqual([100]);
});
