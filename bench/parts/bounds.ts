import { SeededEntropy } from '../../analytics/privacy/testing/seeded-entropy.ts';
import { figure } from '../figure.ts';
import type { Part } from '../part.ts';
import { leastMaximum, leastSum, randomWorkload } from '../workloads/closed-form.ts';
import { denseLeast, randomIrregular } from '../workloads/dense-bound.ts';
import { planOf } from '../workloads/plan.ts';

const REGULAR = 60;
const IRREGULAR = 60;
/** Leaves x codes: the best value takes the cube of it, times some hundred steps. */
const MOST_CELLS = 12;
const DENSE_TOLERANCE = 5e-7;
const SEED = 20_260_103;
/** A rho that reaches every random target; variances go with 1 / (2 rho). */
const AMPLE = '1000';
const TO_RHO_HALF = 2 * Number(AMPLE);
const SIX_DIGITS = { to: 1e-6 };

export const bounds: Part = {
	name: 'bounds',
	title: 'Lower bounds of the planner on random domains, against the best value by other formulas',
	async *figures() {
		const entropy = new SeededEntropy(SEED);
		const random = (n: number) => entropy.below(n);
		const sums: number[] = [];
		const maxima: number[] = [];
		for (let i = 0; i < REGULAR; i++) {
			const { domain, fanOuts } = randomWorkload(random);
			const bySum = planOf(domain, 'sum-of-variances', AMPLE);
			const byMax = planOf(domain, 'max-variance', AMPLE);
			sums.push((bySum.lowerBound * TO_RHO_HALF) / leastSum(domain, fanOuts));
			maxima.push((byMax.lowerBound * TO_RHO_HALF) / leastMaximum(domain, fanOuts));
		}
		yield figure(`${REGULAR} regular trees x attributes, sum-of-variances`, off(sums), '', SIX_DIGITS);
		yield figure(`${REGULAR} regular trees x attributes, max-variance`, off(maxima), '', SIX_DIGITS);

		const plans: number[] = [];
		for (const kind of ['sum-of-variances', 'max-variance'] as const) {
			const found = Array.from({ length: IRREGULAR }, () => {
				const domain = randomIrregular(random, MOST_CELLS);
				const { value, lowerBound } = planOf(domain, kind, AMPLE);
				const best = denseLeast(domain, kind, DENSE_TOLERANCE) / TO_RHO_HALF;
				plans.push(value / best);
				return lowerBound / best;
			});
			yield figure(`${IRREGULAR} irregular trees x an attribute, ${kind}`, off(found), '', SIX_DIGITS);
		}
		yield figure('plans on them against the best mechanism, worst', Math.max(...plans));
		// No plan is better than the best; the best itself is known to within the tolerance.
		yield figure('plans on them against the best mechanism, best', Math.min(...plans), '', { from: 1 - SIX_DIGITS.to });
	}
};

/** Largest difference of a ratio from 1. */
function off(ratios: readonly number[]): number {
	return Math.max(...ratios.map((ratio) => Math.abs(ratio - 1)));
}
