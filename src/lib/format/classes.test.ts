import { expect, it } from 'vitest';
import { classLimits, classOf } from './classes.ts';

it.each([
	[[0.07], [0.04, 0.06, 0.08, 0.1]],
	[[0.31], [0.2, 0.3, 0.4, 0.5]],
	[[0.012], [0.005, 0.01, 0.015, 0.02]],
	[
		[0.06, 0.08],
		[0.04, 0.06, 0.08, 0.1]
	]
])('national shares %j give the limits %j', (national, limits) => {
	expect(classLimits(national)).toEqual(limits);
});

it('puts the national share in the middle class', () => {
	for (let share = 0.001; share < 0.9; share *= 1.07) expect(classOf(share, classLimits([share]))).toBe(2);
});

it('has limits without a national share', () => {
	expect(classLimits([])).toHaveLength(4);
});
