import { canDivide, clipped, NORMAL_975 } from '../share.ts';
import { monotone } from './monotone.ts';
import { NOT_SAID, reliabilityOfInterval, type Said } from './statistic.ts';

/** What is estimated of a distribution over value bins, about one of its quantiles. */
export interface Contrasts {
	/** Lower bounds of the bins, ascending; the last bin has no upper bound. */
	readonly edges: readonly number[];
	/** The share of the units that lies below the quantile. */
	readonly q: number;
	/** Estimated number of units in all bins together. */
	readonly units: number;
	readonly unitsVariance: number;
	/** By edge: the estimate of (units below it) - q x (all units). It is 0 at the quantile. */
	readonly contrast: readonly number[];
	readonly variance: readonly number[];
}

/**
 * A quantile of binned values. Its value spreads the units of a bin evenly over it. Its interval holds every value at which
 * the data do not reject that the contrast is 0 (5 %, two-sided), and reaches to the bounds of the bins it ends in: it
 * needs no assumption on where units lie within a bin.
 */
export function quantileOf(contrasts: Contrasts): Said {
	if (!canDivide(contrasts.units, contrasts.unitsVariance)) return NOT_SAID;
	const value = crossing(contrasts);
	const { lower, upper } = interval(contrasts);
	const reliability = value === null || upper === null ? 'D' : reliabilityOfInterval(value, lower, upper);
	return { value, se: null, lower, upper, reliability };
}

/** Where the contrast, made monotone and linear within bins, becomes 0; null: in the last bin, which has no upper bound. */
function crossing({ edges, q, units, contrast }: Contrasts): number | null {
	const none = -q * units;
	const all = (1 - q) * units;
	const made = [none, ...monotone(contrast.slice(1)).map((c) => clipped(c, none, all))];
	const above = made.findIndex((c) => c >= 0);
	if (above < 0) return null;
	const [from, to] = [edges[above - 1]!, edges[above]!];
	return from + ((to - from) * made[above - 1]!) / (made[above - 1]! - made[above]!);
}

/**
 * The number of units below a value in a bin lies between those at the bin's bounds. So a value is too low when the contrast
 * at the bin's upper bound is clearly below 0, and too high when the contrast at its lower bound is clearly above 0.
 */
function interval({ edges, contrast, variance }: Contrasts): { lower: number; upper: number | null } {
	const margin = variance.map((v) => NORMAL_975 * Math.sqrt(Math.max(0, v)));
	const last = edges.length - 1;
	const notTooLow = edges.findIndex((_, bin) => bin === last || contrast[bin + 1]! >= -margin[bin + 1]!);
	const notTooHigh = edges.findLastIndex((_, bin) => bin === 0 || contrast[bin]! <= margin[bin]!);
	return { lower: edges[notTooLow]!, upper: edges[notTooHigh + 1] ?? null };
}
