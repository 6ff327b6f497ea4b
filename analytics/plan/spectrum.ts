import type { FoldedTree } from './folded-tree.ts';
import { solveTree, treePass, type TreePass } from './tree-variance.ts';

/**
 * The square root of M = D^1/2 Q D^1/2, where Q = sum over the nodes v of a region tree of a_v 1_v 1_v^T, 1_v marks the leaves
 * in v, and D = diag(d). Arrays are by class of the folded tree.
 */
export interface Spectrum {
	/** tr M^1/2: the sum of singular values of the weighted tree. */
	readonly traceOfRoot: number;
	/** 1_v^T D^1/2 M^-1/2 D^1/2 1_v. */
	readonly inverseRoot: Float64Array;
	/** (D^-1/2 M^1/2 D^-1/2)_ii for a leaf i, also of leaves below `reach`. */
	readonly diagonalOfRoot: Float64Array;
}

/** The trapezoidal rule in ln t errs by 2 exp(-2 pi^2 / step) of each root: 7e-12 for this step. */
const STEP = 0.75;
/** ln t runs this far beyond the eigenvalues; what is cut off, at most 3e-11, would have made the trace larger. */
const MARGIN = 50;
/** Eigenvalues below this part of the largest are left out of the range; that too only lowers the trace. */
const SMALLEST = 1e-14;

/**
 * M^1/2 = (1/pi) int_0^inf t^-1/2 M (M + t)^-1 dt, and (Q + t D^-1)^-1 is the covariance of the best estimate on the tree when
 * node v is measured with precision a_v and leaf i once more with t / d_i: one tree pass per point, for any tree.
 * @param weight sum of a_v over the nodes of each class
 * @param mass sum of d over the leaves in one node of each class
 */
export function spectrumOf(tree: FoldedTree, reach: number, weight: Float64Array, mass: Float64Array): Spectrum {
	const end = tree.upTo[reach]!;
	const isLast = (k: number) => tree.leaf[k] === 1 || tree.depth[k] === reach;
	const { lowest, highest } = range(tree, end, isLast, weight, mass);
	const pass = treePass(tree);
	const inverseRoot = new Float64Array(weight.length);
	const diagonalOfRoot = new Float64Array(weight.length);
	let traceOfRoot = 0;
	for (let u = Math.log(lowest) - MARGIN; u <= Math.log(highest) + MARGIN; u += STEP) {
		const t = Math.exp(u);
		const factor = (STEP / Math.PI) * Math.exp(u / 2);
		for (let k = 0; k < end; k++) pass.precision[k] = weight[k]! / tree.count[k]! + (isLast(k) ? t / mass[k]! : 0);
		solveTree(tree, reach, pass);
		for (let k = 0; k < end; k++) {
			const variance = pass.variance[k]!;
			traceOfRoot += factor * weight[k]! * variance;
			inverseRoot[k]! += factor * variance;
		}
		addDiagonal(tree, end, isLast, weight, mass, pass, t, factor, diagonalOfRoot);
	}
	for (let k = end; k < weight.length; k++) diagonalOfRoot[k] = diagonalOfRoot[tree.parent[k]!]!;
	return { traceOfRoot, inverseRoot, diagonalOfRoot };
}

/**
 * Adds factor (1 - t s_i / d_i) / d_i for each last class i, s_i its variance. Written as a sum of positive terms, because the
 * two sides of the difference agree in all their digits when t is large.
 */
function addDiagonal(
	tree: FoldedTree,
	end: number,
	isLast: (k: number) => boolean,
	weight: Float64Array,
	mass: Float64Array,
	pass: TreePass,
	t: number,
	factor: number,
	diagonal: Float64Array
): void {
	const { below, children } = pass;
	// What the measurements outside a node take off its variance: below - variance.
	const gain = new Float64Array(end);
	for (let k = 0; k < end; k++) {
		if (k > 0) {
			const p = tree.parent[k]!;
			const part = below[k]! / children[p]!;
			const own = (weight[p]! / tree.count[p]!) * children[p]! * below[p]!;
			gain[k] = part * part * (own + gain[p]!);
		}
		if (!isLast(k)) continue;
		const measured = (weight[k]! / tree.count[k]!) * below[k]!;
		diagonal[k]! += (factor * (measured + (t * gain[k]!) / mass[k]!)) / mass[k]!;
	}
}

/** Bounds on the eigenvalues of M: the least weight of a leaf, and the largest row sum of Q D. */
function range(
	tree: FoldedTree,
	end: number,
	isLast: (k: number) => boolean,
	weight: Float64Array,
	mass: Float64Array
): { lowest: number; highest: number } {
	const rowSum = new Float64Array(end);
	let lowest = Infinity;
	let highest = 0;
	for (let k = 0; k < end; k++) {
		const own = (weight[k]! / tree.count[k]!) * mass[k]!;
		rowSum[k] = own + (k > 0 ? rowSum[tree.parent[k]!]! : 0);
		highest = Math.max(highest, rowSum[k]!);
		if (isLast(k)) lowest = Math.min(lowest, own);
	}
	return { lowest: Math.max(lowest, highest * SMALLEST), highest };
}
