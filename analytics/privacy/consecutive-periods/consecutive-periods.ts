import { inverse, largestRow, multiply, requireLowerTriangle, solve, type LowerTriangle } from './lower-triangle.ts';
import { spellCost } from './spell-cost.ts';

/** Beyond, a plan would take seconds to make and its prices come near 2^53. */
const MOST_PERIODS = 1_000;

/** How the counts of consecutive periods are measured. It names what is public about a release, and fixes its price. */
export interface SeriesInput {
	readonly strategy: 'independent' | 'half-order' | 'fitted';
	/** The whole horizon, fixed before the first period is published: 1 to 1,000. */
	readonly periods: number;
	/** The most spells, runs of consecutive periods in one cell, of one unit in any cells: at least 1. */
	readonly spells: number;
	/** The matrix B, which every strategy but `independent` has. Its products of two columns are at most 0. */
	readonly matrix?: LowerTriangle | undefined;
}

/**
 * A way to measure the counts of consecutive periods: z = B x per cell, with B a lower-triangular matrix of whole numbers,
 * and independent noise of one sigma2 on every entry of z. Claim: consecutive-periods.md.
 *
 * Vectors of counts and of measured numbers hold one series after the other: the periods of one cell lie side by side.
 */
export interface SeriesStrategy {
	readonly name: SeriesInput['strategy'];
	readonly periods: number;
	readonly matrix: LowerTriangle;
	/** Largest squared length of the change of z that one unit makes: a release costs rho = cost / (2 sigma2). */
	readonly cost: number;
	/** Largest variance of one period's count where 2 rho = 1: cost times the largest `variance`. */
	readonly worstVariance: number;
	/** z of counts, in exact whole numbers; z of a period needs no later one. @throws RangeError on an incomplete series. */
	encode(counts: Float64Array): Float64Array;
	/** Unbiased counts from noisy z, within the last bits of a double. Without noise they are the counts themselves, exactly. */
	decode(measured: Float64Array): Float64Array;
	/** Variance of the decoded count of a period (0 .. periods - 1), in units of sigma2. */
	variance(period: number): number;
	/** Covariance of the decoded counts of two periods of one cell, in units of sigma2. */
	covariance(period: number, other: number): number;
	/**
	 * The most that a measured number can be without noise when counts are at most `bound` in size: to be asked while
	 * planning, since `encode` judges no count. @throws RangeError when it could reach 2^53.
	 */
	largestMeasured(bound: number): number;
}

/** @throws RangeError for periods, spells or a matrix that a series cannot have. */
export function periodStrategy({ strategy: name, periods, spells, matrix }: SeriesInput): SeriesStrategy {
	if (!Number.isSafeInteger(periods) || periods < 1 || periods > MOST_PERIODS)
		throw new RangeError(`A series has 1 to ${MOST_PERIODS} periods.`);
	if (!Number.isSafeInteger(spells) || spells < 1)
		throw new RangeError('The number of spells is a whole number of at least 1.');
	if ((name === 'independent') !== (matrix === undefined))
		throw new RangeError('A series has a matrix, unless each of its periods is measured by itself.');
	const rows = matrix ?? identity(periods);
	requireLowerTriangle(rows, periods);
	const cost = spellCost(rows, spells);
	const weights = inverse(rows);
	const covariance = (period: number, other: number): number => {
		for (const t of [period, other])
			if (!Number.isInteger(t) || t < 0 || t >= periods)
				throw new RangeError(`Periods count from 0 to ${periods - 1}.`);
		return product(weights[period]!, weights[other]!);
	};
	return {
		name,
		periods,
		matrix: rows,
		cost,
		worstVariance: cost * weights.reduce((largest, row) => Math.max(largest, product(row, row)), 0),
		encode: (counts) => multiply(rows, counts),
		decode: (measured) => solve(rows, measured),
		variance: (period) => covariance(period, period),
		covariance,
		largestMeasured(bound) {
			if (!Number.isSafeInteger(bound) || bound < 0) throw new RangeError('A bound on counts is a whole number.');
			const largest = largestRow(rows) * bound;
			if (!Number.isSafeInteger(largest))
				throw new RangeError('Measured numbers could reach 2^53: the series needs fewer periods or smaller counts.');
			return largest;
		}
	};
}

function identity(periods: number): LowerTriangle {
	return Array.from({ length: periods }, (_, t) => Array.from({ length: t + 1 }, (__, s) => Number(s === t)));
}

/** Of the places that both rows have. */
function product(row: Float64Array, other: Float64Array): number {
	let sum = 0;
	for (let n = 0; n < Math.min(row.length, other.length); n++) sum += row[n]! * other[n]!;
	return sum;
}
