import { describe, expect, it } from 'vitest';
import { detectableRise, minimumDetectableRise } from './detectability.ts';

/** The detectability card of the method page: monthly series, noise sd 0, 5, 10 and 20. */
const card: [number, number[]][] = [
	[20, [0.57, 0.77, 1.19, 2.16]],
	[50, [0.38, 0.44, 0.57, 0.92]],
	[100, [0.29, 0.31, 0.36, 0.52]],
	[200, [0.22, 0.23, 0.25, 0.32]],
	[500, [0.16, 0.16, 0.17, 0.19]],
	[2000, [0.11, 0.11, 0.11, 0.12]]
];

describe('minimum detectable rise', () => {
	it.each(card)('for %i expected a month equals the card', (expected, wanted) => {
		[0, 5, 10, 20].forEach((sigma, k) => {
			const rise = minimumDetectableRise(expected, sigma, 12, { tau2: 1e-4, phi: 1.3, ws: 9e-4 });
			// The card has two digits; its last row lies on the edge of rounding.
			expect(Math.abs(rise - wanted[k]!)).toBeLessThan(0.0055);
		});
	});

	it('is smaller when there is more time to see it', () => {
		for (const [freq, horizons] of [
			[12, [3, 6, 12]],
			[4, [1, 2, 4]]
		] as const) {
			const within = (periods: number) =>
				minimumDetectableRise(100, 10, freq, { tau2: 1e-4, phi: 1.3, ws: 9e-4 }, 4 * freq, periods);
			const [soon, later, late] = horizons.map(within);
			expect(soon!).toBeGreaterThan(1.2 * later!);
			expect(later!).toBeGreaterThan(1.1 * late!);
			expect(later).toBe(minimumDetectableRise(100, 10, freq, { tau2: 1e-4, phi: 1.3, ws: 9e-4 }));
		}
	});

	it('is unknown without information', () => {
		expect(detectableRise(0)).toBeNull();
	});
});
