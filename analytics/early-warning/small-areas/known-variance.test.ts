import { expect, it } from 'vitest';
import type { Figure } from '../../contract/figure.ts';
import { knownVariance } from './known-variance.ts';

const counts = { numerator: 30, numeratorSe: 6, denominator: 200, denominatorSe: 10 };
const figure = (other: Partial<Figure>) => ({ ...counts, share: null, shareSe: null, ...other }) as Figure;

it('adds chance and the noise of both counts, at the smoothed share', () => {
	// .1 x .9 / 200 + (36 + .01 x 100) / 40,000
	expect(knownVariance(figure({}), 0.1)).toBeCloseTo(0.00045 + 37 / 40_000, 12);
	expect(knownVariance(figure({}), 0)).toBeCloseTo(36 / 40_000, 12);
	expect(knownVariance(figure({ numeratorSe: 0, denominatorSe: 0 }), 0.1)).toBeCloseTo(0.00045, 12);
});

it('takes the covariance of the counts from the standard error of the share', () => {
	// With covariance 20 and share .15: 36 - 2 x .15 x 20 + .15^2 x 100 = 32.25.
	const shown = figure({ share: 0.15, shareSe: Math.sqrt(32.25) / 200 });
	expect(knownVariance(shown, 0.1)).toBeCloseTo(0.00045 + (36 - 2 * 0.1 * 20 + 1) / 40_000, 12);
});

it('does not look at the share itself', () => {
	const variance = (share: number) => 36 - 2 * share * 20 + share ** 2 * 100;
	const other = (share: number) => figure({ numerator: 200 * share, share, shareSe: Math.sqrt(variance(share)) / 200 });
	expect(knownVariance(other(0.4), 0.1)).toBeCloseTo(knownVariance(other(0.05), 0.1), 12);
});
