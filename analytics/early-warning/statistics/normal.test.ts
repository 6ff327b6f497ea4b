import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inverseMills, normalCdf, normalLogCdf, normalQuantile } from './normal.ts';

const reference = '../shared/reference/early-warning/special_functions.json';

/** Relative distance, or the distance itself from zero; below the smallest normal double nothing counts. */
function relative(actual: number, expected: number): number {
	const distance = Math.abs(actual - expected);
	return distance < 1e-307 ? 0 : distance / (Math.abs(expected) || 1);
}

describe('standard normal distribution', () => {
	it.runIf(existsSync(reference))('equals the reference values to 1e-13, tails included', () => {
		const { input, expected } = JSON.parse(readFileSync(reference, 'utf8'));
		input.x.forEach((x: number, i: number) => {
			// The reference has 15 printed digits.
			expect(relative(normalCdf(x), expected.pnorm[i])).toBeLessThan(1e-13);
			expect(relative(normalLogCdf(x), expected.pnorm_log[i])).toBeLessThan(1e-13);
		});
		input.p.forEach((p: number, i: number) =>
			expect(relative(normalQuantile(p), expected.qnorm[i])).toBeLessThan(1e-13)
		);
	});

	it('is the integral of its density, across every seam of the approximation', () => {
		for (let x = -9; x <= 9; x += 0.125) {
			const h = 1 / 64;
			const density = (u: number) => Math.exp((-u * u) / 2) / Math.sqrt(2 * Math.PI);
			const [a, b] = [x - h / 2, x + h / 2];
			// Gauss-Legendre with three points: error below 1e-15 of the area for so short a step.
			const area =
				(h / 18) * (8 * density(x) + 5 * (density(x - h * Math.sqrt(0.15)) + density(x + h * Math.sqrt(0.15))));
			const side = x < 0 ? normalCdf(b) - normalCdf(a) : normalCdf(-a) - normalCdf(-b);
			expect(relative(side, area)).toBeLessThan(2e-11);
		}
	});

	it('agrees with itself: quantile, symmetry, log and Mills ratio', () => {
		for (const x of [-37, -20, -6, -5.6, -2, -0.6, -1e-9, 0.3, 0.7, 3, 6]) {
			expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 14);
			if (x < 0) expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 11);
			const slope = (normalLogCdf(x + 1e-5) - normalLogCdf(x - 1e-5)) / 2e-5;
			expect(relative(inverseMills(x), slope)).toBeLessThan(1e-4);
		}
		expect([normalCdf(-Infinity), normalCdf(Infinity)]).toEqual([0, 1]);
		expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
		expect(Number.isFinite(normalLogCdf(-1e6))).toBe(true);
		expect(() => normalQuantile(NaN)).toThrow(RangeError);
	});
});
