import { expect, it } from 'vitest';
import { survival } from './survival.ts';

it('multiplies what survives each interval, with the interval of the log-log scale', () => {
	// Without noise: 6 of 21 and then 1 of 17 (Freireich et al. 1963, first steps of the treated group by Kaplan & Meier).
	const [first, second] = survival([
		{ share: 3 / 21, variance: ((3 / 21) * (18 / 21)) / 21 },
		{ share: 1 / 17, variance: ((1 / 17) * (16 / 17)) / 17 }
	]);
	expect(first!.survival).toBeCloseTo(0.857143, 6);
	// Greenwood's standard error .0763604, and .62-.952 on the log-log scale.
	expect(first!.lower).toBeCloseTo(0.6197, 4);
	expect(first!.upper).toBeCloseTo(0.9516, 4);
	expect(second!.survival).toBeCloseTo(0.806723, 6);
	expect(second!.lower).toBeCloseTo(0.5631, 4);
	expect(second!.upper).toBeCloseTo(0.9228, 4);
});

it('tells nothing while noise says that nothing happened, or everything did', () => {
	const [none, later] = survival([
		{ share: -0.01, variance: 0.0004 },
		{ share: 0.04, variance: 0.0004 }
	]);
	expect(none).toBeNull();
	expect(later!.survival).toBeCloseTo(1.01 * 0.96, 12);
	expect(later!.upper).toBeLessThanOrEqual(1);
	expect(
		survival([
			{ share: 1.02, variance: 0.01 },
			{ share: 0.1, variance: 0.01 }
		])
	).toEqual([null, null]);
});
