import { halfOrderMatrix, periodStrategy, type SeriesStrategy } from 'diffprivlib-js';
import type { Domain } from '../../contract/domain.ts';
import type { Plan } from '../../contract/plan.ts';
import { judgedVariance, varianceOf } from './judged-variance.ts';
import { separateBound, seriesBound, type SeriesBound } from './series-bound.ts';
import { fitPeriods } from './series-fit.ts';
import { spellGame } from './spell-game.ts';

/** What consecutive periods do to price and accuracy, for measured numbers with noise of variance 1. */
export interface Time {
	readonly periods: number;
	/** Squared Euclidean length of the largest change that one unit makes over all periods, in measured numbers. */
	readonly cost: number;
	/** The most that a measured number can be, when no period has a count above 1. */
	readonly weight: number;
	/** Variance of one period's estimate, over the periods. */
	readonly variance: { readonly mean: number; readonly max: number };
	/** No way to measure the periods of one cell brings the largest, or the sum, of their variances lower at unit cost. */
	readonly bound: SeriesBound;
	/** The same for units whose spells are all in cells of their own; null when a unit has one spell. */
	readonly separate: SeriesBound | null;
	readonly plan: NonNullable<Plan['series']> | null;
}

const ONE_PERIOD: Time = {
	periods: 1,
	cost: 1,
	weight: 1,
	variance: { mean: 1, max: 1 },
	bound: { 'max-variance': 1, 'sum-of-variances': 1 },
	separate: null,
	plan: null
};

/** The domain of one period: every table without the attribute of the series. */
export function onePeriod(domain: Domain): Domain {
	const { series } = domain;
	if (series === undefined) return domain;
	const tables = domain.tables.map((table) => ({ ...table, by: table.by.filter((name) => name !== series.attribute) }));
	return { region: domain.region, attributes: domain.attributes, tables };
}

/** Number of periods of a series. */
export function periodsOf({ series, attributes }: Domain): number {
	if (series === undefined) return 1;
	const attribute = attributes.find(({ name }) => name === series.attribute);
	if (attribute === undefined) throw new RangeError('the series names an unknown attribute');
	return attribute.codes.length;
}

/**
 * The best way to measure consecutive periods: each by itself, by half-order differences, or by a matrix fitted to them. Best is
 * the least variance at equal price that the objective judges: the largest of the periods, or their mean.
 */
export function planTime(domain: Domain, objective: Plan['objective'] = 'max-variance'): Time {
	const { series } = domain;
	if (series === undefined) return ONE_PERIOD;
	const periods = periodsOf(domain);
	const { spells } = series;
	const game = spellGame(periods, spells);
	const independent = periodStrategy({ strategy: 'independent', periods, spells });
	const halfOrder = periodStrategy({ strategy: 'half-order', periods, spells, matrix: halfOrderMatrix(periods) });
	const fitted = fitPeriods(periods, spells, objective, game);
	const judged = (strategy: SeriesStrategy) => judgedVariance(strategy, objective);
	const best = [halfOrder, fitted].reduce<SeriesStrategy>(
		(least, other) => (other !== null && judged(other) < judged(least) ? other : least),
		independent
	);
	return {
		periods,
		cost: best.cost,
		weight: best.largestMeasured(1),
		variance: varianceOf(best),
		bound: seriesBound(periods, spells, game),
		separate: spells === 1 ? null : separateBound(periods, spells, game),
		plan: {
			attribute: series.attribute,
			periods,
			spells,
			strategy: best.name,
			...(best === independent ? {} : { matrix: best.matrix.map((row) => [...row]) }),
			cost: best.cost,
			variances: {
				independent: judged(independent),
				'half-order': judged(halfOrder),
				...(fitted === null ? {} : { fitted: judged(fitted) })
			}
		}
	};
}
