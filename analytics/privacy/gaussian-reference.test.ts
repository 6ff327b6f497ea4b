import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { epsilonAt } from './accountant.ts';
import { gaussianDeltaAt, gaussianEpsilonAt } from './gaussian-reference.ts';
import { Rational } from './rational.ts';

const r = (text: string) => Rational.parse(text);
/** Relative. */
const near = (ours: number, exact: number, error: number) => expect(Math.abs(ours / exact - 1)).toBeLessThan(error);

/** rho, then the Gaussian epsilon at delta 1e-6, 1e-8 and 1e-10: the design's table. */
const table: [string, number, number, number][] = [
	['0.005', 0.396857, 0.49285, 0.57464],
	['0.01', 0.575055, 0.709018, 0.823548],
	['0.025', 0.940516, 1.148817, 1.327647],
	['0.05', 1.367571, 1.658657, 1.90928],
	['0.1', 1.994527, 2.401576, 2.752971],
	['0.2', 2.921601, 3.491255, 3.984192],
	['0.5', 4.886554, 5.776098, 6.547924],
	['1', 7.286081, 8.533781, 9.618185],
	['2', 10.997151, 12.749246, 14.27409]
];

describe('epsilon of the Gaussian reference', () => {
	it.each(table)('of rho %s', (rho, ...epsilons) => {
		for (const [i, delta] of ['1e-6', '1e-8', '1e-10'].entries())
			expect(Math.abs(gaussianEpsilonAt(r(rho), r(delta)) - epsilons[i]!)).toBeLessThan(5.001e-7);
	});

	const checks = new URL('../../../shared/reference/privacy-checks.json', import.meta.url);
	it.runIf(existsSync(checks))('equals every independent check value', () => {
		const { accounting, accountingSpot } = JSON.parse(readFileSync(checks, 'utf8')) as {
			accounting: Record<string, Record<string, { gaussianTight: number }>>;
			accountingSpot: Record<string, number>;
		};
		let values = 0;
		for (const [rho, deltas] of Object.entries(accounting)) {
			for (const [delta, { gaussianTight }] of Object.entries(deltas)) {
				near(gaussianEpsilonAt(r(rho), r(delta)), gaussianTight, 1e-13);
				values++;
			}
		}
		expect(values).toBeGreaterThanOrEqual(33);
		for (const [name, value] of Object.entries(accountingSpot)) {
			const spot = /^gdp_delta\(mu=([\d.]+),eps=([\d.]+)\)$/.exec(name);
			if (spot === null) continue;
			const mu = r(spot[1]!);
			near(gaussianDeltaAt(mu.mul(mu).div(r('2')), Number(spot[2])), value, 1e-14);
		}
	});

	it('is undone by delta, lies below the guarantee, and has its ends', () => {
		for (const rho of ['1e-6', '0.05', '3', '200']) {
			for (const delta of ['1e-3', '1e-10', '1e-200']) {
				const epsilon = gaussianEpsilonAt(r(rho), r(delta));
				if (epsilon === 0) continue;
				near(gaussianDeltaAt(r(rho), epsilon), r(delta).toNumberUp(), 1e-9);
				expect(epsilon).toBeLessThan(epsilonAt(r(rho), r(delta)));
			}
		}
		expect(gaussianEpsilonAt(Rational.zero, r('1e-10'))).toBe(0);
		expect(gaussianEpsilonAt(r('1e-8'), r('0.01'))).toBe(0);
		for (const delta of ['0', '1', '1e-301']) expect(() => gaussianEpsilonAt(r('1'), r(delta))).toThrow(RangeError);
		expect(() => gaussianEpsilonAt(r('1').negate(), r('0.1'))).toThrow(RangeError);
	});
});

describe('delta of the Gaussian reference', () => {
	/** Both normal tails to 60 digits, by another program. */
	it.each([
		['1/2', 1, 0.1269367375066439],
		['1/8', 1, 0.006829594983114577],
		['1e-12', 0, 5.641895835477092e-7],
		['1e-12', 1e-6, 1.9964132819485652e-7],
		['1e-6', 0.01, 1.4887678369837012e-16],
		['200', 150, 0.9927919565629029],
		['200', 200, 0.48010238435167296],
		['200', 300, 2.2727748823194894e-7],
		['1e4', 1e4, 0.4971791931085053],
		['5', 37, 5.332851969302008e-25]
	])('of rho %s at %d', (rho, epsilon, delta) => {
		near(gaussianDeltaAt(r(rho), epsilon), delta, 1e-12);
	});

	/** A check of an accounting library: sigma = 1/3 is the least with delta 0.78760074 at epsilon 1, for a change of 1. */
	it('of a standard deviation of 1/3', () => {
		expect(gaussianDeltaAt(r('9/2'), 1)).toBeCloseTo(0.78760074, 8);
	});

	it('is 1 but for less than 1e-18 far below the mean loss, and never more', () => {
		for (let epsilon = 0; epsilon < 8000; epsilon += 100) {
			expect(gaussianDeltaAt(r('1e4'), epsilon)).toBeGreaterThan(1 - 1e-14);
			expect(gaussianDeltaAt(r('1e4'), epsilon)).toBeLessThanOrEqual(1);
		}
	});

	it('has its ends', () => {
		expect(gaussianDeltaAt(Rational.zero, 0)).toBe(0);
		expect(gaussianDeltaAt(r('1'), 1e6)).toBe(0);
		for (const epsilon of [-1, NaN, Infinity]) expect(() => gaussianDeltaAt(r('1'), epsilon)).toThrow(RangeError);
	});
});
