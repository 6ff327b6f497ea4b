import type { SeriesStrategy } from 'diffprivlib-js';
import type { Plan } from '../../contract/plan.ts';

/** Variance of a period's count where 2 rho = 1, as the objective judges it: the largest of the periods, or their mean. */
export function judgedVariance(strategy: SeriesStrategy, objective: Plan['objective']): number {
	const { mean, max } = varianceOf(strategy);
	return strategy.cost * (objective === 'max-variance' ? max : mean);
}

/** Over the periods, in units of the noise's variance. */
export function varianceOf({ periods, variance }: SeriesStrategy): { readonly mean: number; readonly max: number } {
	const variances = Array.from({ length: periods }, (_, t) => variance(t));
	return { mean: variances.reduce((sum, v) => sum + v, 0) / periods, max: Math.max(...variances) };
}
