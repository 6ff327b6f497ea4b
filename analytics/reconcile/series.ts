import { periodStrategy, type SeriesStrategy } from 'diffprivlib-js';
import type { Domain } from '../contract/domain.ts';
import type { Plan } from '../contract/plan.ts';
import { InputError } from '../errors.ts';
import { periodsOf } from '../plan/periods/series.ts';
import type { TableEstimate } from './measured-table.ts';

/** How the periods of a series were measured: row s of the measured numbers is a weighted sum of the periods up to s. */
export interface Series {
	readonly attribute: string;
	readonly periods: number;
	/** Counts of the periods of one cell from its measured numbers. */
	decode(measured: Float64Array): Float64Array;
	/** Variance of a period's count, for measured numbers of variance 1. */
	variance(period: number): number;
}

/**
 * @param planned as the plan of the release says, whatever a plan of this domain would be today
 * @throws InputError when the plan has no series that can be counted back
 */
export function seriesOf(domain: Domain, planned: Plan['series']): Series | null {
	if (domain.series === undefined) return null;
	const { attribute, spells } = domain.series;
	const periods = periodsOf(domain);
	if (planned === undefined || planned.attribute !== attribute || planned.periods !== periods)
		throw new InputError(`The plan says nothing of ${periods} periods by ${attribute}; give the plan of this release.`);
	const { decode, variance } = strategyOf(planned, spells);
	return { attribute, periods, decode, variance };
}

/** The measured numbers were made by the matrix of which the plan states the price: another one would turn them into other counts. */
function strategyOf(planned: NonNullable<Plan['series']>, spells: number): SeriesStrategy {
	try {
		const strategy = periodStrategy({ ...planned, spells });
		if (strategy.cost === planned.cost) return strategy;
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw incoherent(error.message, { cause: error });
	}
	throw incoherent('Its cost is not the price of its matrix.');
}

function incoherent(why: string, options?: ErrorOptions): InputError {
	return new InputError(
		`The series in the manifest (plan.series) does not hold together; take the bundle from its source again. ${why}`,
		options
	);
}

/** A combination's weights on the measured rows, each by cell of one period. */
export interface Rows {
	/** Attributes without that of the series. */
	readonly by: readonly string[];
	readonly periods: number;
	readonly weights: readonly Float64Array[];
}

/**
 * @param period the one that a combination without the series' attribute is about; null: none is chosen
 * @returns null when a combination leaves open which period it is about: periods do not add up to units
 */
export function rowsOf(
	domain: Domain,
	series: Series | null,
	period: number | null,
	by: readonly string[],
	weights: Float64Array
): Rows | null {
	if (series === null) return { by, periods: 1, weights: [weights] };
	const { periods } = series;
	const axis = by.indexOf(series.attribute);
	if (axis < 0 && period === null) return null;
	if (axis < 0) {
		const all = new Float64Array(weights.length * periods);
		for (const [cell, weight] of weights.entries()) all[cell * periods + period!] = weight;
		return { ...rowsOf(domain, series, null, [...by, series.attribute], all)!, periods: 1 };
	}
	const inner = by.slice(axis + 1).reduce((n, name) => n * sizeOf(domain, name), 1);
	const cells = weights.length / periods;
	const rows = Array.from({ length: periods }, () => new Float64Array(cells));
	const unit = new Float64Array(periods);
	for (let row = 0; row < periods; row++) {
		unit.fill(0);
		unit[row] = 1;
		// What one unit more in this row adds to the count of each period.
		const effect = series.decode(unit);
		for (let cell = 0; cell < cells; cell++) {
			const start = Math.floor(cell / inner) * inner * periods + (cell % inner);
			for (let t = row; t < periods; t++) rows[row]![cell]! += effect[t]! * weights[start + t * inner]!;
		}
	}
	return { by: by.filter((name) => name !== series.attribute), periods, weights: rows };
}

/** The cells of all periods, the period varying fastest, from the estimates of the rows. */
export function decoded(series: Series, rows: readonly Float64Array[], variance: Float64Array): TableEstimate {
	const { periods } = series;
	const measured = new Float64Array(variance.length * periods);
	const variances = new Float64Array(measured.length);
	const factors = rows.map((_, t) => series.variance(t));
	for (let cell = 0; cell < variance.length; cell++) {
		for (let t = 0; t < periods; t++) {
			measured[cell * periods + t] = rows[t]![cell]!;
			variances[cell * periods + t] = variance[cell]! * factors[t]!;
		}
	}
	return { estimate: series.decode(measured), variance: variances };
}

function sizeOf(domain: Domain, name: string): number {
	return domain.attributes.find((attribute) => attribute.name === name)!.codes.length;
}
