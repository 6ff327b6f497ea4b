import type { Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';

/** What consecutive periods do to price and accuracy, for measured numbers with noise of variance 1. */
export interface Time {
	readonly periods: number;
	/** Squared Euclidean length of the largest change that one unit makes over all periods, in measured numbers. */
	readonly cost: number;
	/** The largest sum of absolute weights that one measured number gives to the periods. */
	readonly weight: number;
	/** Variance of one period's estimate, over the periods. */
	readonly variance: { readonly mean: number; readonly max: number };
	/** No way to measure the periods of one cell brings the objective lower at unit cost. */
	readonly bound: { readonly 'max-variance': number; readonly 'sum-of-variances': number };
	readonly plan: NonNullable<Plan['series']> | null;
}

const ONE_PERIOD: Time = {
	periods: 1,
	cost: 1,
	weight: 1,
	variance: { mean: 1, max: 1 },
	bound: { 'max-variance': 1, 'sum-of-variances': 1 },
	plan: null
};

/** The domain of one period: every table without the attribute of the series. */
export function onePeriod(domain: Domain): Domain {
	const { series } = domain;
	if (series === undefined) return domain;
	const tables = domain.tables.map((table) => ({ ...table, by: table.by.filter((name) => name !== series.attribute) }));
	return { region: domain.region, attributes: domain.attributes, tables, amounts: domain.amounts ?? [] };
}

export function planTime({ series }: Domain): Time {
	if (series === undefined) return ONE_PERIOD;
	throw new RangeError('series');
}
