import { clipped, type Ratio } from '../share.ts';
import { NOT_SAID, reliabilityOfInterval, type Said } from './statistic.ts';

/** Shortfall below the line, as a share of the line, of a unit of each bin. */
export interface Shortfalls {
	/** When every unit lies at the upper bound of its bin, evenly spread over it, and at its lower bound. */
	readonly least: readonly number[];
	readonly even: readonly number[];
	readonly most: readonly number[];
}

/** @param edges lower bounds of the bins, ascending; the line lies above the first and not above the last */
export function shortfalls(edges: readonly number[], line: number): Shortfalls {
	const below = (value: number) => Math.max(0, line - value) / line;
	const upper = (bin: number) => edges[bin + 1] ?? Infinity;
	return {
		least: edges.map((_, bin) => below(upper(bin))),
		even: edges.map((edge, bin) => {
			if (edge >= line) return 0;
			const cut = Math.min(line, upper(bin));
			return (below((edge + cut) / 2) * (cut - edge)) / (upper(bin) - edge);
		}),
		most: edges.map(below)
	};
}

/**
 * The poverty gap index from three ratios of total shortfall to units. Its interval reaches from the lower end for the least
 * shortfalls to the upper end for the most, so that it holds wherever units lie within their bins.
 * @param most the largest shortfall that a unit can have
 */
export function gapOf(least: Ratio | null, even: Ratio | null, highest: Ratio | null, most: number): Said {
	if (least === null || even === null || highest === null) return NOT_SAID;
	const [lower, upper] = [least.lower, highest.upper];
	return {
		value: even.ratio,
		se: even.se,
		lower: clipped(lower, 0, most),
		upper: clipped(upper, 0, most),
		reliability: reliabilityOfInterval(even.ratio, lower, upper)
	};
}
