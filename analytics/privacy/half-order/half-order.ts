import { spellCost } from './spell-cost.ts';
import { chooseScale, halfOrderColumn } from './square-root.ts';
import { absoluteSum, inverse, multiply, solve } from './toeplitz.ts';

/** Beyond, a plan would take seconds to make and its prices come near 2^53. */
const MOST_PERIODS = 1_000;

/**
 * A way to measure the counts of consecutive periods: z = B x per cell, with B a lower-triangular matrix of whole numbers,
 * and independent noise of one sigma2 on every entry of z. Claim: half-order.md.
 *
 * Vectors of counts and of measured numbers hold one series after the other: the periods of one cell lie side by side.
 */
export interface SeriesStrategy {
	readonly name: 'independent' | 'half-order';
	readonly periods: number;
	/** First column of B, each next column being the one before it, one place lower. Its first entry is the scale of z. */
	readonly column: readonly number[];
	/** Largest squared length of the change of z that one unit makes: a release costs rho = cost / (2 sigma2). */
	readonly cost: number;
	/** Largest variance of one period's count where 2 rho = 1: cost times the largest `variance`. */
	readonly worstVariance: number;
	/** z of counts, in exact whole numbers; z of a period needs no later one. @throws RangeError on an incomplete series. */
	encode(counts: Float64Array): Float64Array;
	/** Unbiased counts from noisy z. Without noise they are the counts themselves, exactly. */
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

/** Both strategies for a stock over a fixed number of periods, of which the better is the more accurate one at equal rho. */
export interface SeriesStrategies {
	readonly independent: SeriesStrategy;
	readonly halfOrder: SeriesStrategy;
	readonly better: SeriesStrategy;
}

/**
 * @param periods the whole horizon, fixed before the first period is published
 * @param spells the most spells, runs of consecutive periods in one cell, of one unit in any cells
 * @throws RangeError unless periods is 1 .. 1,000 and spells a whole number of at least 1.
 */
export function seriesStrategy({ periods, spells }: { periods: number; spells: number }): SeriesStrategies {
	if (!Number.isSafeInteger(periods) || periods < 1 || periods > MOST_PERIODS)
		throw new RangeError(`A series has 1 to ${MOST_PERIODS} periods.`);
	if (!Number.isSafeInteger(spells) || spells < 1)
		throw new RangeError('The number of spells is a whole number of at least 1.');
	const each = Array.from({ length: periods }, (_, n) => (n === 0 ? 1 : 0));
	const independent = strategy('independent', each, spells);
	const halfOrder = strategy('half-order', halfOrderColumn(periods, chooseScale(periods)), spells);
	return {
		independent,
		halfOrder,
		better: halfOrder.worstVariance < independent.worstVariance ? halfOrder : independent
	};
}

function strategy(name: SeriesStrategy['name'], column: readonly number[], spells: number): SeriesStrategy {
	const periods = column.length;
	const cost = spellCost(column, spells);
	const weights = inverse(column);
	const covariance = (period: number, other: number): number => {
		for (const t of [period, other])
			if (!Number.isInteger(t) || t < 0 || t >= periods)
				throw new RangeError(`Periods count from 0 to ${periods - 1}.`);
		const lag = Math.abs(period - other);
		let sum = 0;
		for (let n = 0; n <= Math.min(period, other); n++) sum += weights[n]! * weights[n + lag]!;
		return sum;
	};
	return {
		name,
		periods,
		column,
		cost,
		// A later period has all the noise of an earlier one and more.
		worstVariance: cost * covariance(periods - 1, periods - 1),
		encode: (counts) => multiply(column, counts),
		decode: (measured) => solve(column, measured),
		variance: (period) => covariance(period, period),
		covariance,
		largestMeasured(bound) {
			const largest = absoluteSum(column) * bound;
			if (!Number.isSafeInteger(bound) || bound < 0) throw new RangeError('A bound on counts is a whole number.');
			if (!Number.isSafeInteger(largest))
				throw new RangeError('Measured numbers could reach 2^53: the series needs fewer periods or smaller counts.');
			return largest;
		}
	};
}
