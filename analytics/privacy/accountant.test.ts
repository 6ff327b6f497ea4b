import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compose, deltaAt, epsilonAt, largestRho, tableRho } from './accountant.ts';
import { expInterval } from './discrete-gaussian/exp-interval.ts';
import { Rational } from './rational.ts';

const checks = new URL('../../../shared/reference/privacy-checks.json', import.meta.url);
const r = (text: string) => Rational.parse(text);

describe('cost of a table', () => {
	it('is D^2 / (2 sigma2), exactly', () => {
		expect(tableRho(1, r('10')).toString()).toBe('1/20');
		expect(tableRho(3, r('399/7')).toString()).toBe('3/38');
		expect(() => tableRho(0, r('1'))).toThrow(RangeError);
		expect(() => tableRho(1.5, r('1'))).toThrow(RangeError);
		expect(() => tableRho(1, Rational.zero)).toThrow(RangeError);
	});

	it('adds up over tables', () => {
		expect(compose([r('0.1'), r('0.2'), r('1/3')]).toString()).toBe('19/30');
		expect(compose([]).isZero()).toBe(true);
		expect(() => compose([r('1'), r('1').negate()])).toThrow(RangeError);
	});
});

/** rho, then epsilon by the tight conversion at delta 1e-6, 1e-8 and 1e-10: the design's table. */
const table: [string, number, number, number][] = [
	['0.005', 0.429941, 0.523556, 0.603536],
	['0.01', 0.621693, 0.752326, 0.864321],
	['0.025', 1.014074, 1.217148, 1.391998],
	['0.05', 1.471595, 1.755278, 2.000276],
	['0.1', 2.141939, 2.538432, 2.881828],
	['0.2', 3.131056, 3.685528, 4.167011],
	['0.5', 5.221534, 6.086159, 6.839329],
	['1', 7.766217, 8.977218, 10.034344],
	['2', 11.688596, 13.386105, 14.870678]
];

describe('epsilon at delta', () => {
	it.each(table)('of rho %s', (rho, ...epsilons) => {
		for (const [i, delta] of ['1e-6', '1e-8', '1e-10'].entries()) {
			expect(Math.abs(epsilonAt(r(rho), r(delta), 'zcdp-cks2020') - epsilons[i]!)).toBeLessThan(5.001e-7);
		}
	});

	/** The figures of the 2020 Census of the United States: two conversions by one agency. */
	it('of published releases', () => {
		const persons = r('542/339').mul(r('542/339'));
		expect(epsilonAt(persons, r('1e-10'))).toBeCloseTo(17.1435507, 6);
		expect(epsilonAt(r('4.96'), r('1e-10'), 'zcdp-standard')).toBeCloseTo(26.3336, 4);
		expect(epsilonAt(r('7.70'), r('1e-10'), 'zcdp-standard')).toBeCloseTo(34.3307, 4);
		expect(epsilonAt(r('4.96'), r('1e-10'))).toBeCloseTo(25.4125, 4);
		expect(epsilonAt(r('7.70'), r('1e-10'))).toBeCloseTo(33.2874, 4);
	});

	it.runIf(existsSync(checks))('equals every independent check value, and is not below it', () => {
		const { accounting } = JSON.parse(readFileSync(checks, 'utf8')) as {
			accounting: Record<string, Record<string, { zcdp: number }>>;
		};
		for (const [rho, deltas] of Object.entries(accounting)) {
			for (const [delta, { zcdp }] of Object.entries(deltas)) {
				const ours = epsilonAt(Rational.fromNumber(Number(rho)), Rational.fromNumber(Number(delta)));
				expect(ours).toBeGreaterThanOrEqual(zcdp * (1 - 4e-16));
				expect(ours / zcdp).toBeLessThan(1 + 1e-13);
			}
		}
	});

	/** Where the best order is alpha = 2 the value is known: delta = e^-rho / 2 has epsilon = 3 rho - ln 2. */
	it('is rounded up: never below the exact value', () => {
		const ln2 = r('0.6931471805599453');
		for (let i = 3; i < 200; i++) {
			const rho = Rational.of(i, 7);
			const { high } = expInterval(rho.numerator, rho.denominator, 400);
			const exact = rho.mul(Rational.of(3)).sub(ln2);
			const ours = Rational.fromNumber(epsilonAt(rho, Rational.of(high, 1n << 401n)));
			expect(ours.compare(exact)).toBe(1);
			expect(ours.div(exact).toNumberUp()).toBeLessThan(1 + 1e-12);
			const standard = Rational.fromNumber(epsilonAt(rho, r('1e-10'), 'zcdp-standard')).sub(rho);
			// (epsilon - rho)^2 = 4 rho ln(1/delta).
			const ln = r('23.025850929940457');
			expect(standard.mul(standard).compare(rho.mul(ln).mul(Rational.of(4)))).toBe(1);
		}
	});

	it('is 0 without cost', () => {
		expect(epsilonAt(Rational.zero, r('1e-10'))).toBe(0);
		expect(epsilonAt(Rational.zero, r('1e-10'), 'zcdp-standard')).toBe(0);
	});

	it.each(['0', '1', '3/2'])('refuses delta %s', (delta) => {
		expect(() => epsilonAt(r('1'), r(delta))).toThrow(RangeError);
	});

	it('refuses a negative cost', () => {
		expect(() => epsilonAt(r('1').negate(), r('0.1'))).toThrow(RangeError);
	});

	const rhos = ['1e-12', '1e-9', '1e-6', '1e-3', '0.3', '7', '1e2', '1e4'];
	const deltas = ['0.5', '1e-3', '1e-10', '1e-50', '1e-300', '1e-900'];

	it('grows with rho, falls with delta and stays below the standard formula', () => {
		for (const delta of deltas) {
			for (const [i, rho] of rhos.entries()) {
				const epsilon = epsilonAt(r(rho), r(delta));
				const standard = epsilonAt(r(rho), r(delta), 'zcdp-standard');
				expect(epsilon).toBeGreaterThanOrEqual(0);
				expect(epsilon).toBeLessThan(standard);
				if (i > 0) expect(epsilon).toBeGreaterThanOrEqual(epsilonAt(r(rhos[i - 1]!), r(delta)));
				expect(epsilon).toBeLessThanOrEqual(epsilonAt(r(rho), r(delta).mul(r('1/2'))));
			}
		}
	});

	it('is the infimum: no order alpha on a fine grid does better, and the best comes close', () => {
		for (const [rho, delta] of [
			['1e-12', '1e-10'],
			['0.05', '1e-10'],
			['2', '0.3'],
			['1e4', '1e-300']
		] as const) {
			const [p, q] = [r(rho).toNumberDown(), r(delta).toNumberDown()];
			let least = Infinity;
			for (let s = -60; s < 60; s += 0.01) {
				const b = Math.exp(s);
				const penalty = b > 1 ? Math.log1p(1 / b) : Math.log1p(b) - s;
				least = Math.min(least, (b + 1) * p + (-Math.log(q) - Math.log1p(b)) / b - penalty);
			}
			const epsilon = epsilonAt(r(rho), r(delta));
			expect(epsilon).toBeLessThanOrEqual(Math.max(0, least) * (1 + 1e-12) + 1e-14);
			expect(epsilon).toBeGreaterThanOrEqual(least * (1 - 1e-4));
		}
	});
});

describe('delta at epsilon', () => {
	it.each([
		['0.05', 0.25, 0.08177275310369551],
		['0.5', 0, 0.5588356393474346],
		['0.025', 1, 1.3361319064032225e-6],
		['5e-30', 1e-13, 2.6196763297297097e-234]
	])('of rho %s at %d, to 60 digits by another program, from above', (rho, epsilon, delta) => {
		const ours = deltaAt(r(rho), epsilon);
		expect(ours).toBeGreaterThanOrEqual(delta);
		expect(ours / delta).toBeLessThan(1 + 1e-10);
	});

	it.runIf(existsSync(checks))('equals every independent check value, and is not below it', () => {
		const { accountingSpot } = JSON.parse(readFileSync(checks, 'utf8')) as { accountingSpot: Record<string, number> };
		let values = 0;
		for (const [name, delta] of Object.entries(accountingSpot)) {
			const spot = /^cdp_delta\(([\d.]+),([\d.]+)\)$/.exec(name);
			if (spot === null) continue;
			const ours = deltaAt(r(spot[1]!), Number(spot[2]));
			expect(ours).toBeGreaterThanOrEqual(delta * (1 - 4e-16));
			expect(ours / delta).toBeLessThan(1 + 1e-12);
			values++;
		}
		expect(values).toBeGreaterThanOrEqual(2);
	});

	it('undoes epsilon at delta, from above', () => {
		for (const rho of ['1e-6', '0.05', '3', '200']) {
			for (const delta of ['1e-3', '1e-10', '1e-200']) {
				const epsilon = epsilonAt(r(rho), r(delta));
				if (epsilon === 0) continue;
				expect(deltaAt(r(rho), epsilon) / r(delta).toNumberDown()).toBeCloseTo(1, 8);
			}
		}
	});

	it('has its ends', () => {
		expect(deltaAt(Rational.zero, 0)).toBe(0);
		expect(deltaAt(r('1e4'), 0)).toBe(1);
		expect(deltaAt(r('1'), 1e6)).toBeLessThan(1e-300);
		expect(() => deltaAt(r('1'), -1)).toThrow(RangeError);
		expect(() => deltaAt(r('1'), NaN)).toThrow(RangeError);
		expect(() => deltaAt(r('1'), Infinity)).toThrow(RangeError);
	});
});

describe('the largest rho for an epsilon', () => {
	it.each([
		[1, 0.02435597, 0.01720532, 0.01324258],
		[2, 0.08815269, 0.06394045, 0.04998685],
		[4, 0.31106495, 0.23259431, 0.18527531],
		[8, 1.052358, 0.81566326, 0.66510385],
		[10, 1.53927876, 1.20837426, 0.9938914]
	])('of %d', (epsilon, ...rhos) => {
		for (const [i, delta] of ['1e-6', '1e-8', '1e-10'].entries()) {
			const rho = largestRho(epsilon, r(delta));
			expect(Math.abs(rho.toNumberDown() - rhos[i]!)).toBeLessThan(rhos[i] === 1.052358 ? 5e-7 : 5.001e-9);
			expect(epsilonAt(rho, r(delta))).toBeLessThanOrEqual(epsilon);
			expect(epsilonAt(rho.mul(r('1.000000000001')), r(delta))).toBeGreaterThan(epsilon);
		}
	});

	it('holds for tiny and large epsilons and the standard formula', () => {
		for (const epsilon of [1e-9, 1e-3, 100, 1e5]) {
			for (const conversion of ['zcdp-cks2020', 'zcdp-standard'] as const) {
				const rho = largestRho(epsilon, r('1e-10'), conversion);
				expect(rho.isZero()).toBe(false);
				expect(epsilonAt(rho, r('1e-10'), conversion)).toBeLessThanOrEqual(epsilon);
				expect(epsilonAt(rho, r('1e-10'), conversion)).toBeGreaterThan(epsilon * (1 - 1e-9));
			}
		}
	});

	it.each([0, -1, NaN, Infinity])('refuses epsilon %d', (epsilon) => {
		expect(() => largestRho(epsilon, r('1e-10'))).toThrow(RangeError);
	});
});
