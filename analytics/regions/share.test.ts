import { expect, it } from 'vitest';
import { plus, share, times } from './share.ts';

it('is in lowest terms', () => {
	expect(share(5170, 5855)).toEqual({ part: 1034, whole: 1171 });
	expect(share(0, 7)).toEqual({ part: 0, whole: 1 });
});

it('is multiplied and added without rounding', () => {
	expect(times(share(2, 3), share(9, 10))).toEqual({ part: 3, whole: 5 });
	expect(plus(share(1, 3), share(1, 6))).toEqual({ part: 1, whole: 2 });
	expect([share(1, 10), share(2, 10), share(7, 10)].reduce(plus)).toEqual({ part: 1, whole: 1 });
});

it.each([
	[1, 0],
	[-1, 2],
	[0.5, 1],
	[1, 2 ** 53]
])('refuses %d of %d', (part, whole) => {
	expect(() => share(part, whole)).toThrow(RangeError);
});
