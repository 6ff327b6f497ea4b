import { largest, sharpened, startingImportance, type Objective } from './objective.ts';
import { spectrumOf } from './spectrum.ts';
import { addCellVariance, componentWeight, perCell, type PerCell, type Workload } from './workload.ts';

/** The weights are good enough when no others can bring the bound this much higher. */
const TOLERANCE = 1e-9;
const MAX_STEPS = 2_000;
/** Bounds the time of one plan: steps x components x classes, about a microsecond each. */
const MAX_WORK = 2e6;
/** Relative error of each square root: of the bound itself, and the largest while the weights are far from good. */
const EXACT = 1e-11;
const COARSE = 1e-4;
/**
 * A step of 1 never lowers the bound. Longer ones take fewer steps; at 2, the weights of a leaf and of a cell that is this
 * leaf alone would change places for ever.
 */
const LONG_STEP = 1.75;
/** Part of the largest weight that a leaf keeps. */
const LEAST_WEIGHT = 1e-30;

/**
 * A value below which no Gaussian linear mechanism of unit cost (pcost = 1, rho = 1/2) can bring the objective.
 *
 * Why it is valid. A mechanism enters through its Gram matrix X >= 0 alone: a weighted sum of cell variances is tr(Q X^-1), and
 * its cost is the largest diagonal element of X (Li, Miklau, Hay, McGregor and Rastogi 2015). For any weights d > 0 of the
 * leaf cells, tr(Q X^-1) >= (tr (D^1/2 Q D^1/2)^1/2)^2 / tr(D X) by Cauchy-Schwarz, and tr(D X) <= sum d. With d equal in
 * all cells this is the singular value bound (Li and Miklau 2013). Averaging over permutations of an attribute's codes
 * changes neither side, so Q falls apart into the components, each a matrix on the leaves of the region tree. The largest
 * variance is at least every weighted mean of variances, so for it any dual weights are valid too.
 *
 * How good it is. tr (D^1/2 Q D^1/2)^1/2 is concave in both kinds of weights together, so multiplicative steps improve them
 * and its derivatives tell how far they are from the best. The best weights met count, whether or not the steps have ended.
 */
export function lowerBound(workload: Workload, objective: Objective): number {
	return lowerBounds(workload, objective).whole;
}

export interface Bounds {
	readonly whole: number;
	/**
	 * A bound that leaves out one direction, the root of d itself: what a unit with several rows in cells drawn by d, each
	 * independently, cannot hide. For rows r in cells c_r with parts s_r of further queries, sum_r e_(c_r) x s_r has the second
	 * moments D/n x A in every other direction, where A = sum_r E s_r s_r^T and n = sum d; so it holds times the bound of A.
	 */
	readonly apart: number;
}

export function lowerBounds(workload: Workload, objective: Objective): Bounds {
	let weights = startingWeights(workload, objective);
	let best = { weights, bound: 0 };
	let left = 1;
	let power = LONG_STEP;
	for (let step = 0; step < maxSteps(workload) && left > TOLERANCE; step++) {
		const error = Math.max(EXACT, Math.min(COARSE, left / 100));
		const now = boundFrom(workload, weights, error);
		if (now.bound < best.bound * (1 - error)) power = 1;
		if (now.bound > best.bound) best = { weights, bound: now.bound };
		left = possibleGain(workload, objective, now);
		weights = improved(workload, objective, weights, now, power);
	}
	const { bound, apart } = boundFrom(workload, best.weights, EXACT);
	return { whole: bound, apart };
}

export interface Weights {
	/** Of the variance of one cell, by table and class; fixed for a sum of variances. */
	readonly importance: PerCell;
	/** d of one leaf, by class; of no meaning for other classes. */
	readonly leaf: Float64Array;
}

function startingWeights(workload: Workload, objective: Objective): Weights {
	const leaf = new Float64Array(workload.tree.parent.length).fill(1);
	return { importance: startingImportance(workload, objective), leaf };
}

export interface Evaluation {
	readonly bound: number;
	readonly apart: number;
	/** Of the mechanism that attains the bound when its cost is level: variance of each cell. */
	readonly variance: PerCell;
	/** Its cost at each leaf class; 1 everywhere when level. */
	readonly load: Float64Array;
}

/** The bound that some weights give, and the way to better ones. @param error relative, of each square root */
export function boundFrom(workload: Workload, { importance, leaf }: Weights, error: number): Evaluation {
	const { closure, tree } = workload;
	const weight = new Float64Array(tree.parent.length);
	const mass = massOfLeaves(workload, leaf);
	const total = mass[0]!;
	/** d^T Q d / n, the part of the left out direction in D^1/2 Q D^1/2: only the components without attributes have one. */
	let common = 0;
	const spectra = closure.components.map((component, b) => {
		componentWeight(workload, b, importance, weight);
		if (component.attributes.length === 0)
			for (let k = 0; k < weight.length; k++) common += (weight[k]! * mass[k]! ** 2) / total;
		return { cost: Math.sqrt(unitCost(component)), ...spectrumOf(tree, component.reach, weight, mass, error) };
	});
	const root = spectra.reduce((sum, { cost, traceOfRoot }) => sum + cost * traceOfRoot, 0);
	const scale = total / root;
	const variance = perCell(workload, () => 0);
	const load = new Float64Array(tree.parent.length);
	for (const [b, { cost, inverseRoot, diagonalOfRoot }] of spectra.entries()) {
		const variances = inverseRoot.map((r) => (r * cost) / scale);
		addCellVariance(workload, b, variances, variance);
		for (let k = 0; k < load.length; k++) load[k]! += cost * scale * diagonalOfRoot[k]!;
	}
	const apart = Math.max(0, root - Math.sqrt(common)) ** 2 / total;
	return { bound: (root * root) / total, apart, variance, load };
}

/** How much higher, as a part, other weights could bring the bound at most. */
function possibleGain({ tree }: Workload, { kind, weights }: Objective, { bound, variance, load }: Evaluation): number {
	const heaviest = load.reduce((max, x, k) => (tree.leaf[k] === 1 ? Math.max(max, x) : max), 0);
	const worst = kind === 'max-variance' ? largest(variance, weights) / bound : 1;
	// The trace grows with the square root of each kind of weights, so its tangent is half of each kind's own.
	return ((heaviest + worst) / 2) ** 2 - 1;
}

function improved(
	workload: Workload,
	objective: Objective,
	{ importance, leaf }: Weights,
	{ bound, variance, load }: Evaluation,
	power: number
): Weights {
	const moved = leaf.map((d, k) => d * load[k]! ** power);
	const least = LEAST_WEIGHT * moved.reduce((max, d) => Math.max(max, d), 0);
	return {
		leaf: moved.map((d) => Math.max(d, least)),
		importance:
			objective.kind === 'max-variance' ? sharpened(importance, variance, objective.weights, bound, power) : importance
	};
}

/** Squared length of one cell's column in a component with orthonormal rows: product of (n - 1) / n. */
function unitCost({ dimension, cells }: { dimension: number; cells: number }): number {
	return dimension / cells;
}

/** Weight of all leaf cells in one node of each class. */
function massOfLeaves({ tree }: Workload, leafWeight: Float64Array): Float64Array {
	const mass = new Float64Array(leafWeight.length);
	for (let k = mass.length - 1; k >= 0; k--) {
		if (tree.leaf[k] === 1) mass[k] = leafWeight[k]!;
		if (k > 0) mass[tree.parent[k]!]! += tree.copies[k]! * mass[k]!;
	}
	return mass;
}

function maxSteps({ tree, closure }: Workload): number {
	const work = closure.components.length * tree.parent.length;
	return Math.max(3, Math.min(MAX_STEPS, Math.ceil(MAX_WORK / work)));
}
