import { perCell, type PerCell, type Workload } from './workload.ts';

/** What a plan makes small: a weighted sum of the variances of all cells, or the largest variance against its target. */
export interface Objective {
	readonly kind: 'sum-of-variances' | 'max-variance';
	/** By table: weight of each cell in the sum, or 1 / target^2. */
	readonly weights: readonly number[];
}

/** Shares of the budget with what is proven of them. */
export interface Candidate {
	readonly shares: Float64Array;
	/** The objective's value for these shares. */
	readonly value: number;
	/** No shares bring the objective below. */
	readonly lower: number;
	/** Weights of single variances that prove it. */
	readonly importance: PerCell;
}

/** A smaller share changes nothing but its own table's noise, which would grow without end. */
const LEAST_SHARE = 1e-12;
/** A weight never falls to nothing, so that it can come back. */
const LEAST = 1e-30;

/** The largest variance over all cells, each times the weight of its table. */
export function largest(variance: PerCell, weights: readonly number[]): number {
	return variance.reduce((top, cells, q) => cells.reduce((max, v) => Math.max(max, v * weights[q]!), top), 0);
}

export function inner(a: PerCell, b: PerCell): number {
	return a.reduce((sum, cells, q) => cells.reduce((s, x, i) => s + x * b[q]![i]!, sum), 0);
}

/**
 * Weights of single variances whose sum is the objective, or, for the largest variance, never above it; there every table and
 * within it every cell counts alike.
 */
export function startingImportance(workload: Workload, { kind, weights }: Objective): PerCell {
	const { cuts, closure, tree } = workload;
	const nodes = cuts.map((cut) => cut.reduce((sum, k) => sum + tree.count[k]!, 0));
	return perCell(workload, (q, k) => {
		const each = kind === 'max-variance' ? weights[q]! / (nodes[q]! * cuts.length) : weights[q]! * closure.cells[q]!;
		return each * tree.count[k]!;
	});
}

/**
 * Weights for the largest variance, moved to the cells whose variance is large against its target.
 * @param value about the largest variance against its target, so that powers stay in range
 */
export function sharpened(
	importance: PerCell,
	variance: PerCell,
	weights: readonly number[],
	value: number,
	power: number
): PerCell {
	const moved = importance.map((cells, q) =>
		cells.map((x, i) => Math.max(x * ((variance[q]![i]! * weights[q]!) / value) ** power, weights[q]! * LEAST))
	);
	const total = moved.reduce((sum, cells, q) => cells.reduce((s, x) => s + x / weights[q]!, sum), 0);
	return moved.map((cells) => cells.map((x) => x / total));
}

/** Shares in proportion to x that add up to 1. */
export function adjusted(x: Float64Array): Float64Array {
	const total = x.reduce((sum, value) => sum + value, 0);
	return x.map((value) => Math.max(value / total, LEAST_SHARE));
}
