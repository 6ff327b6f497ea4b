import { expect, it } from 'vitest';
import { outOf20 } from './chance.ts';
import { signedInterval, signedPoints } from './signed.ts';

it('says which way a difference goes, rounded to its error', () => {
	expect(signedPoints(0.0123, 0.004, 'nl')).toBe('+1,2 procentpunt');
	expect(signedPoints(-0.0123, 0.004, 'nl')).toBe('-1,2 procentpunt');
	expect(signedPoints(0.123, 0.04, 'en')).toBe('+12 percentage points');
	expect(signedPoints(-0.0001, 0.004, 'nl')).toBe('0,0 procentpunt');
});

it('rounds the ends of an interval outward, so that it holds what was computed', () => {
	// 1.2 - 1.96 x 0.4 = 0.416 and 1.2 + 1.96 x 0.4 = 1.984 percentage points.
	expect(signedInterval(0.012, 0.004, 'nl')).toBe('van +0,4 tot +2,0');
	expect(signedInterval(0.002, 0.004, 'en')).toBe('from -0.6 to +1.0');
});

it('tells a chance as a frequency, and never as certain', () => {
	expect(outOf20(0.85, 'nl')).toBe('17 van de 20');
	expect(outOf20(0.5, 'en')).toBe('10 out of 20');
	expect(outOf20(1, 'nl')).toBe('meer dan 19 van de 20');
	expect(outOf20(0, 'en')).toBe('less than 1 out of 20');
});
