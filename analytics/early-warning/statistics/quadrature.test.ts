import { expect, it } from 'vitest';
import { normalCdf } from './normal.ts';
import { gaussLegendre, integrate } from './quadrature.ts';

it('is exact for polynomials up to twice the number of points minus 1, and not beyond', () => {
	const rule = gaussLegendre(4);
	const power = (k: number) => rule.reduce((sum, { x, weight }) => sum + weight * x ** k, 0);
	for (let k = 0; k <= 7; k++) expect(power(k)).toBeCloseTo(k % 2 === 0 ? 2 / (k + 1) : 0, 14);
	expect(Math.abs(power(8) - 2 / 9)).toBeGreaterThan(1e-4);
});

it('finds areas whose value is known, sharp peaks included', () => {
	expect(integrate(Math.exp, -1, 2)).toBeCloseTo(Math.exp(2) - Math.exp(-1), 12);
	expect(integrate(Math.exp, 2, -1)).toBeCloseTo(Math.exp(-1) - Math.exp(2), 12);
	const peak = (x: number) => 1 / (1e-6 + (x - 0.3) ** 2);
	expect(integrate(peak, 0, 1, 1e-8)).toBeCloseTo(1e3 * (Math.atan(700) + Math.atan(300)), 7);
	const bell = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
	expect(integrate(bell, -1.3, 2.1)).toBeCloseTo(normalCdf(2.1) - normalCdf(-1.3), 13);
});
