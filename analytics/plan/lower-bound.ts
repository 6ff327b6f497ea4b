import { largest, sharpened, startingImportance, type Objective } from './optimise.ts';
import { spectrumOf, type Spectrum } from './spectrum.ts';
import { addCellVariance, componentWeight, perCell, type PerCell, type Workload } from './workload.ts';

const TOLERANCE = 1e-9;
const MAX_STEPS = 200;
/** Bounds the time of one plan: steps x classes x components x points of the integral. */
const MAX_WORK = 2e7;
const POINTS = 150;

/**
 * A value below which no Gaussian linear mechanism of unit cost (pcost = 1, rho = 1/2) can bring the objective.
 *
 * Why it is valid. A mechanism enters through its Gram matrix X >= 0 alone: a weighted sum of cell variances is tr(Q X^-1), and
 * its cost is the largest diagonal element of X (Li, Miklau, Hay, McGregor and Rastogi 2015). For any weights d > 0 of the
 * leaf cells, tr(Q X^-1) >= (tr (D^1/2 Q D^1/2)^1/2)^2 / tr(D X) by Cauchy-Schwarz, and tr(D X) <= sum d. With d equal in
 * all cells this is the singular value bound (Li and Miklau 2013). Averaging over permutations of an attribute's codes
 * changes neither side, so Q falls apart into the components, each a matrix on the leaves of the region tree. The largest
 * variance is at least every weighted mean of variances, so for it any dual weights are valid too. Both kinds of weights
 * are improved by multiplicative steps; the best bound met on the way counts, whether or not the steps have converged.
 */
export function lowerBound(workload: Workload, objective: Objective): number {
	let importance = startingImportance(workload, objective);
	let leafWeight = new Float64Array(workload.tree.parent.length).fill(1);
	let best = 0;
	for (let step = 0; step < maxSteps(workload); step++) {
		const { bound, variance, load } = evaluate(workload, importance, leafWeight);
		best = Math.max(best, bound);
		const gap = objective.kind === 'max-variance' ? largest(variance, objective.weights) / bound : 1;
		if (gap <= 1 + TOLERANCE && isLevel(workload, load)) break;
		leafWeight = leafWeight.map((d, k) => d * load[k]!);
		if (objective.kind === 'max-variance') importance = sharpened(workload, importance, variance, objective.weights);
	}
	return best;
}

interface Evaluation {
	readonly bound: number;
	/** Of the mechanism that attains the bound when its cost is level: variance of each cell. */
	readonly variance: PerCell;
	/** Its cost at each leaf class; 1 everywhere when level. Other classes hold 1. */
	readonly load: Float64Array;
}

function evaluate(workload: Workload, importance: PerCell, leafWeight: Float64Array): Evaluation {
	const { closure, tree } = workload;
	const variance = perCell(workload, () => 0);
	const load = new Float64Array(tree.parent.length);
	const weight = new Float64Array(tree.parent.length);
	const leaves = massOfLeaves(workload, leafWeight);
	const total = leaves[0]!;
	let root = 0;
	const spectra: Spectrum[] = [];
	for (const [b, component] of closure.components.entries()) {
		componentWeight(workload, b, importance, weight);
		const spectrum = spectrumOf(tree, component.reach, weight, leaves);
		spectra.push(spectrum);
		root += Math.sqrt(unitCost(component)) * spectrum.traceOfRoot;
	}
	const scale = total / root;
	for (const [b, component] of closure.components.entries()) {
		const cost = Math.sqrt(unitCost(component));
		const { inverseRoot, diagonalOfRoot } = spectra[b]!;
		addCellVariance(
			workload,
			b,
			inverseRoot.map((r) => (r * cost) / scale),
			variance
		);
		for (let k = 0; k < load.length; k++) load[k]! += cost * scale * diagonalOfRoot[k]!;
	}
	return { bound: (root * root) / total, variance, load };
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

function isLevel({ tree }: Workload, load: Float64Array): boolean {
	return load.every((x, k) => tree.leaf[k] === 0 || Math.abs(x - 1) <= TOLERANCE);
}

function maxSteps({ tree, closure }: Workload): number {
	const work = tree.parent.length * closure.components.length * POINTS;
	return Math.max(3, Math.min(MAX_STEPS, Math.ceil(MAX_WORK / work)));
}
