import { describe, expect, it } from 'vitest';
import { Rational } from '../rational.ts';
import { SeededEntropy } from '../testing/seeded-entropy.ts';
import { auditFit } from './audit-fit.ts';
import { cellsOf, chiSquareTest, gaussianPmf, moment } from './chi-square.ts';
import { chiSquareTail } from './chi-square-tail.ts';
import { plantedFaults } from './planted-faults.ts';

const DRAWS = 400_000;

/** Each sound case fails with probability at most 1e-6, at a fixed seed. */
describe.each(['1', '399/7', '10000'])('sigma2 = %s', (text) => {
	const sigma2 = Rational.parse(text);

	it('accepts the sampler', () => {
		const audit = auditFit({ sigma2, draws: DRAWS, entropy: new SeededEntropy(31) });
		expect(audit).toMatchObject({ draws: DRAWS, alpha: 1e-6, passed: true });
		expect(audit.pValue).toBeGreaterThan(1e-3);
	});

	/** Every planted fault of a sampler, also those that do not raise the privacy loss. */
	it.each(plantedFaults(sigma2))('sees: $name', ({ sample }) => {
		expect(auditFit({ sigma2, draws: DRAWS, entropy: new SeededEntropy(32), sample }).passed).toBe(false);
	});
});

it('accepts small and large variances', () => {
	for (const text of ['1/10', '1e8', '1e10']) {
		const audit = auditFit({ sigma2: Rational.parse(text), draws: 100_000, entropy: new SeededEntropy(33) });
		expect(audit.passed).toBe(true);
	}
});

/** p-values of a sound sampler are uniform, but for the doubling of the smaller: 200 of them, |z| < 5.5. */
it('alarms as often as it says', () => {
	const entropy = new SeededEntropy(34);
	const audits = Array.from({ length: 200 }, () =>
		auditFit({ sigma2: Rational.of(10), draws: 20_000, entropy, alpha: 0.2 })
	);
	const alarms = audits.filter(({ passed }) => !passed).length;
	// Two independent tests at 0.1 each.
	const share = 1 - 0.9 ** 2;
	expect(Math.abs(alarms - 200 * share) / Math.sqrt(200 * share * (1 - share))).toBeLessThan(5.5);
});

it('refuses too few draws, and a law too long to list', () => {
	const audit = { sigma2: Rational.one, draws: 999, entropy: new SeededEntropy(1) };
	expect(() => auditFit(audit)).toThrow(RangeError);
	expect(() => auditFit({ ...audit, draws: 1000, sigma2: Rational.parse('1e11') })).toThrow(RangeError);
});

describe('chi-square', () => {
	it('has its tail', () => {
		expect(chiSquareTail(0, 3)).toBe(1);
		for (const x of [0.1, 2, 30, 500]) expect(chiSquareTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12);
		// Two degrees more add x e^(-x/2) / 2; the two-sided normal tail at 1.96 is 0.05.
		for (const x of [0.5, 4, 40]) expect(chiSquareTail(x, 4) / ((1 + x / 2) * Math.exp(-x / 2))).toBeCloseTo(1, 12);
		expect(chiSquareTail(1.959963984540054 ** 2, 1)).toBeCloseTo(0.05, 12);
	});

	/** Published values for sigma = 1 on a cut support, to eight digits, the last ones cut. */
	it('lists the discrete Gaussian law', () => {
		const close = (reach: number, expected: number[]) => {
			const { from, p } = gaussianPmf(1, reach);
			expect(from).toBe(-reach);
			expect(p).toHaveLength(2 * reach + 1);
			for (const [i, value] of expected.entries()) expect(Math.abs(p[i]! - value)).toBeLessThan(1e-8);
		};
		close(1, [0.27406862, 0.45186276, 0.27406862]);
		close(2, [0.05448868, 0.24420134, 0.40261995, 0.24420134]);
		close(3, [0.00443305, 0.05400558, 0.24203622, 0.39905027]);
	});

	it('puts every draw in a cell that expects enough', () => {
		const pmf = gaussianPmf(4);
		expect(moment(pmf, 0)).toBeCloseTo(1, 13);
		const draws = Float64Array.from([-99, -1, 0, 0, 1, 99, 3, -3, 2, -2]);
		const { observed, expected } = cellsOf(draws, pmf, 1);
		expect(observed.reduce((sum, n) => sum + n, 0)).toBe(10);
		expect(expected.reduce((sum, n) => sum + n, 0)).toBeCloseTo(10, 12);
		expect(expected.every((n) => n >= 1)).toBe(true);
		expect(chiSquareTest(draws, pmf, 1000)).toBe(1);
	});
});
