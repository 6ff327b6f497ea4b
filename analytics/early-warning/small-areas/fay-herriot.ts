import { areaVariance } from './area-variance.ts';
import { weightedFit } from './weighted-fit.ts';

/** Direct estimates of areas: y = x'b + u + e with u ~ N(0, A) and e ~ N(0, psi), psi known. */
export interface Areas {
	readonly y: Float64Array;
	/** Known variance of each direct estimate; at least one is above 0. */
	readonly psi: Float64Array;
	/** [area][covariate], the constant included. */
	readonly x: readonly (readonly number[])[];
}

export interface AreaModel {
	/** A: how much areas differ beyond what the covariates tell. */
	readonly variance: number;
	/** The likelihood was highest at A = 0, so that A comes from the adjusted likelihood, which is above 0 always. */
	readonly adjusted: boolean;
	readonly coefficients: readonly number[];
	/** Empirical best linear unbiased prediction of each area. */
	readonly estimate: Float64Array;
	/** Its mean squared error, the uncertainty of A and of the coefficients included. */
	readonly mse: Float64Array;
	/** Part of the estimate that is the area's own, A / (A + psi). */
	readonly weight: Float64Array;
}

/**
 * The area-level model of Fay & Herriot (JASA 74, 1979), A by restricted maximum likelihood to convergence; the mean squared
 * error is g1 + g2 + 2 g3 of Prasad & Rao (1990) and Datta & Lahiri (2000). With A from the adjusted likelihood this leaves
 * out that A is then too large on purpose, so that the error is stated too large rather than too small.
 * @throws RangeError when covariates depend on each other, or there are fewer than three areas more than covariates
 */
export function fayHerriot(areas: Areas): AreaModel {
	const { y, psi, x } = areas;
	const { variance, adjusted } = areaVariance(areas);
	const { coefficients, inverse } = weightedFit(areas, variance);
	let information = 0;
	for (const own of psi) information += 1 / (variance + own) ** 2;
	const varianceOfVariance = 2 / information;
	const estimate = new Float64Array(y.length);
	const mse = new Float64Array(y.length);
	const weight = new Float64Array(y.length);
	for (const [d, row] of x.entries()) {
		const own = psi[d]!;
		const gamma = variance / (variance + own);
		const fitted = row.reduce((sum, value, k) => sum + value * coefficients[k]!, 0);
		const leverage = row.reduce((sum, a, i) => sum + row.reduce((s, b, j) => s + a * inverse[i]![j]! * b, 0), 0);
		const g1 = gamma * own;
		const g2 = (1 - gamma) ** 2 * leverage;
		const g3 = (own ** 2 / (variance + own) ** 3) * varianceOfVariance;
		weight[d] = gamma;
		estimate[d] = fitted + gamma * (y[d]! - fitted);
		mse[d] = g1 + g2 + 2 * g3;
	}
	return { variance, adjusted, coefficients, estimate, mse, weight };
}
