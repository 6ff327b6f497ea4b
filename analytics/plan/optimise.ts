import { newtonSteps, refined } from './newton.ts';
import {
	adjusted,
	inner,
	largest,
	sharpened,
	startingImportance,
	type Candidate,
	type Objective
} from './objective.ts';
import { cellVariances, gains, type Workload } from './workload.ts';

const TOLERANCE = 1e-7;
/** When Newton's steps follow. */
const FIRST_STEPS = 50;
const MAX_STEPS = 1_000;
/** Bounds the time of one plan: steps x classes x components. */
const MAX_WORK = 5e7;

/**
 * Shares of the total precision, adding up to 1, that minimise the objective when every table is measured with independent
 * noise and all are reconciled. `gap` is how much lower, as a part, any other shares could bring it at most.
 */
export function optimiseShares(
	workload: Workload,
	objective: Objective
): { readonly shares: Float64Array; readonly gap: number } {
	const { shares, value, lower } = refined(workload, objective, multiplied(workload, objective), TOLERANCE);
	return { shares, gap: Math.max(0, value / lower - 1) };
}

/**
 * Multiplicative updates, as for optimal experimental designs: the gain of each table against the mean gain for the shares
 * (Silvey, Titterington and Torsney 1978), the variance of each cell against the objective for the dual variables.
 */
function multiplied(workload: Workload, objective: Objective): Candidate {
	const isMax = objective.kind === 'max-variance';
	const tables = workload.cuts.length;
	let shares: Float64Array = new Float64Array(tables).fill(1 / tables);
	let importance = startingImportance(workload, objective);
	let lower = 0;
	for (let left = maxSteps(workload); ; left--) {
		const variance = cellVariances(workload, shares);
		const sum = inner(importance, variance);
		const gain = gains(workload, shares, importance);
		// The sum is convex in the shares and falls as 1 / total: sum^2 / (largest gain) bounds it from below.
		lower = Math.max(lower, (sum * sum) / gain.reduce((max, g) => Math.max(max, g), 0));
		const value = isMax ? largest(variance, objective.weights) : sum;
		if (left === 0 || value <= lower * (1 + TOLERANCE)) return { shares, value, lower, importance };
		shares = adjusted(shares.map((share, q) => share * Math.sqrt(gain[q]! / sum)));
		if (isMax) importance = sharpened(importance, variance, objective.weights, sum, 1);
	}
}

function maxSteps(workload: Workload): number {
	if (newtonSteps(workload) > 0) return FIRST_STEPS;
	const work = workload.tree.parent.length * workload.closure.components.length;
	return Math.max(FIRST_STEPS, Math.min(MAX_STEPS, Math.ceil(MAX_WORK / work)));
}
