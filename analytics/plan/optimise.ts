import { cellVariances, gains, perCell, type PerCell, type Workload } from './workload.ts';

/** What a plan makes small: a weighted sum of the variances of all cells, or the largest variance against its target. */
export interface Objective {
	readonly kind: 'sum-of-variances' | 'max-variance';
	/** By table: weight of each cell in the sum, or 1 / target^2. */
	readonly weights: readonly number[];
}

const TOLERANCE = 1e-8;
const MAX_STEPS = 1_000;
/** Bounds the time of one plan: steps x classes x components. */
const MAX_WORK = 2e7;

/**
 * Shares of the total precision, adding up to 1, that minimise the objective when every table is measured with independent noise and all are reconciled.
 * Multiplicative updates, as for optimal experimental designs: the gain of each table against the mean gain for the shares
 * (Silvey, Titterington and Torsney 1978), the variance of each cell against the objective for the dual variables.
 */
export function optimiseShares(
	workload: Workload,
	objective: Objective
): { readonly shares: Float64Array; readonly gap: number } {
	const tables = workload.cuts.length;
	let shares = new Float64Array(tables).fill(1 / tables);
	let importance = startingImportance(workload, objective);
	let gap = Infinity;
	for (let step = 0; step < maxSteps(workload); step++) {
		const variance = cellVariances(workload, shares);
		const value = inner(importance, variance);
		const gain = gains(workload, shares, importance);
		// The value is convex in the shares and falls as 1 / total: value^2 / (largest gain) bounds it from below.
		const lower = (value * value) / Math.max(...gain);
		const upper = objective.kind === 'max-variance' ? largest(variance, objective.weights) : value;
		gap = upper / lower - 1;
		if (gap <= TOLERANCE) break;
		shares = normalised(shares.map((share, q) => share * Math.sqrt(gain[q]! / value)));
		if (objective.kind === 'max-variance') importance = sharpened(workload, importance, variance, objective.weights);
	}
	return { shares, gap };
}

/** The largest variance over all cells, each times the weight of its table. */
export function largest(variance: PerCell, weights: readonly number[]): number {
	return variance.reduce((top, cells, q) => cells.reduce((max, v) => Math.max(max, v * weights[q]!), top), 0);
}

export function inner(a: PerCell, b: PerCell): number {
	return a.reduce((sum, cells, q) => cells.reduce((s, x, i) => s + x * b[q]![i]!, sum), 0);
}

/** The dual step: weights move to the cells whose variance is large against its target. */
export function sharpened(
	workload: Workload,
	importance: PerCell,
	variance: PerCell,
	weights: readonly number[]
): PerCell {
	const moved = perCell(workload, () => 0);
	let total = 0;
	for (const [q, cells] of moved.entries()) {
		for (let i = 0; i < cells.length; i++) {
			cells[i] = importance[q]![i]! * variance[q]![i]! * weights[q]!;
			total += cells[i]! / weights[q]!;
		}
	}
	for (const cells of moved) for (let i = 0; i < cells.length; i++) cells[i]! /= total;
	return moved;
}

/** Every cell counts as the objective says; for the maximum every table and within it every cell alike. */
export function startingImportance({ cuts, closure, tree }: Workload, { kind, weights }: Objective): PerCell {
	return cuts.map((cut, q) => {
		const nodes = cut.reduce((sum, k) => sum + tree.count[k]!, 0);
		const each = kind === 'max-variance' ? weights[q]! / (nodes * cuts.length) : weights[q]! * closure.cells[q]!;
		return Float64Array.from(cut, (k) => each * tree.count[k]!);
	});
}

function maxSteps({ tree, closure }: Workload): number {
	const work = tree.parent.length * closure.uses.reduce((n, uses) => n + uses.length, 0);
	return Math.min(MAX_STEPS, Math.ceil(MAX_WORK / work));
}

function normalised(x: Float64Array): Float64Array<ArrayBuffer> {
	const total = x.reduce((sum, value) => sum + value, 0);
	return Float64Array.from(x, (value) => value / total);
}
