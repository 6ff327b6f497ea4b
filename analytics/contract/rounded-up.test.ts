import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundedUp } from './rounded-up.ts';

it.each([
	[2.8813, 4, '2.882'],
	[2.881, 4, '2.881'],
	[0.1, 4, '0.1'],
	[1000, 6, '1000'],
	[9.9991, 4, '10'],
	[15_001, 3, '15100'],
	[0.000_140_01, 4, '0.0001401'],
	[1e-9, 4, '1e-9'],
	[1.00001e-9, 4, '1.001e-9'],
	[0, 4, '0'],
	[Infinity, 4, 'Infinity']
])('%d in %d digits is %s', (x, digits, text) => {
	expect(roundedUp(x, digits)).toBe(text);
});

it('is never below, and less than one step of the last digit above', () => {
	fc.assert(
		fc.property(fc.double({ min: 1e-200, max: 1e200, noNaN: true }), fc.integer({ min: 1, max: 15 }), (x, digits) => {
			const up = Number(roundedUp(x, digits));
			expect(up).toBeGreaterThanOrEqual(x);
			expect(up - x).toBeLessThanOrEqual(x * 10 ** (1 - digits) * (1 + 1e-12));
		})
	);
});
