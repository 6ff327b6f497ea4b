import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './difference.ts';
import { proportion } from './proportion.ts';
import { deltaRatio, fiellerRatio } from './ratio.ts';
import { probabilityHigher, ratioAtMost, ratioQuantile } from './ratio-posterior.ts';

const path = '../shared/reference/early-warning/lifeevent_relative_risk.json';

function cases() {
	const { input, expected, tolerance } = JSON.parse(readFileSync(path, 'utf8'));
	const near = (actual: number, wanted: number) =>
		expect(Math.abs(actual - wanted) / Math.abs(wanted)).toBeLessThan(tolerance.rel);
	return Object.entries<Record<string, number>>(input.cases).map(([name, counts]) => {
		const pair = (group: 0 | 1) =>
			proportion({
				counted: counts[`a${group}`]!,
				all: counts[`n${group}`]!,
				countedSd: counts[`sa${group}`]!,
				allSd: counts[`sn${group}`]!
			});
		return { one: pair(1), other: pair(0), known: expected.results[name], near };
	});
}

describe('the reference', () => {
	it.runIf(existsSync(path))('has these shares, variances and differences', () => {
		for (const { one, other, known, near } of cases()) {
			near(one.share, known.p1);
			near(other.share, known.p0);
			near(one.variance, known.V1);
			near(other.variance, known.V0);
			const { difference, se } = differenceOf(one, other);
			near(difference, known.RD);
			near(se, known.RD_se);
		}
	});

	it.runIf(existsSync(path))('has these ratios by first order and by Fieller, and none where that is unbounded', () => {
		for (const { one, other, known, near } of cases()) {
			const delta = deltaRatio(one, other)!;
			near(delta.ratio, known.RR);
			near(delta.logSe, known.se_log);
			near(delta.lower, known.delta95[0]);
			near(delta.upper, known.delta95[1]);
			const fieller = fiellerRatio(one, other);
			expect(fieller !== null).toBe(known.fieller_bounded);
			if (fieller === null) continue;
			near(fieller.ratio, known.RR);
			near(fieller.lower, known.fieller95[0]);
			near(fieller.upper, known.fieller95[1]);
		}
	});

	it.runIf(existsSync(path))('has this posterior', () => {
		for (const { one, other, known, near } of cases()) {
			near(probabilityHigher(one, other), known.P_RR_gt1);
			near(1 - ratioAtMost(one, other, 1.5), known['P_RR_gt1.5']);
			near(ratioQuantile(one, other, 0.025), known.post_q025);
			near(ratioQuantile(one, other, 0.5), known.post_median);
			near(ratioQuantile(one, other, 0.975), known.post_q975);
		}
	});
});

describe('without a reference', () => {
	const high = { share: 0.2, variance: 0.0001 };

	it('no ratio is told of a share that may be 0, or is below it', () => {
		expect(fiellerRatio(high, { share: 0.02, variance: 0.0001 })).not.toBeNull();
		expect(fiellerRatio(high, { share: 0.0195, variance: 0.0001 })).toBeNull();
		expect(fiellerRatio(high, { share: -0.05, variance: 0.0001 })).toBeNull();
		expect(fiellerRatio(high, { share: 0, variance: 0 })).toBeNull();
		expect(deltaRatio(high, { share: -0.05, variance: 0.0001 })).toBeNull();
	});

	it('the posterior does not jump where the shares come so near 0 that they are cut off', () => {
		const sd = 0.01;
		const at = (edge: number) =>
			probabilityHigher({ share: edge * sd, variance: sd * sd }, { share: edge * sd - 0.005, variance: sd * sd });
		expect(at(8.99)).toBeCloseTo(at(9.01), 12);
		expect(at(9.01)).toBeCloseTo(0.63816319508, 10);
	});

	it('a negative number of units is refused, and a share outside 0..1 has the variance of its noise alone', () => {
		const counts = { counted: -3, all: 50, countedSd: 5, allSd: 0 };
		expect(proportion(counts)).toEqual({ share: -0.06, variance: 0.01 });
		expect(() => proportion({ ...counts, all: 0 })).toThrow(RangeError);
	});
});
