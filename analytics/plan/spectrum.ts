import type { FoldedTree } from './folded-tree.ts';
import { rootRule } from './root-rule.ts';
import { solveTree, treePass, type TreePass } from './tree-variance.ts';

/**
 * The square root of M = D^1/2 Q D^1/2, where Q = sum over the nodes v of a region tree of a_v 1_v 1_v^T, 1_v marks the leaves
 * in v, and D = diag(d). Arrays are by class of the folded tree.
 */
export interface Spectrum {
	/** tr M^1/2, the sum of singular values of the weighted tree, or up to 2 `error` of it less. */
	readonly traceOfRoot: number;
	/** 1_v^T D^1/2 M^-1/2 D^1/2 1_v. */
	readonly inverseRoot: Float64Array;
	/** (D^-1/2 M^1/2 D^-1/2)_ii for a leaf i, also of leaves below `reach`. */
	readonly diagonalOfRoot: Float64Array;
}

/** The weighted tree of one component. */
interface WeightedTree {
	readonly tree: FoldedTree;
	readonly reach: number;
	/** a_v, by class. */
	readonly weight: Float64Array;
	/** Sum of d over the leaves in one node, by class. */
	readonly mass: Float64Array;
	/** 1 for nodes that stand for the leaves below them: no measurement of the component tells those apart. */
	readonly last: Uint8Array;
}

/** Eigenvalues below this part of the largest count for less than they are, which only lowers the trace. */
const SMALLEST = 1e-12;

/**
 * M^1/2 is a sum of terms M (M + t)^-1, and (Q + t D^-1)^-1 is the covariance of the best estimate on the tree when node v is
 * measured with precision a_v and leaf i once more with t / d_i: one tree pass per term, for any tree.
 * @param weights sum of a_v over the nodes of each class
 * @param mass sum of d over the leaves in one node of each class
 * @param error relative, of each root
 */
export function spectrumOf(
	tree: FoldedTree,
	reach: number,
	weights: Float64Array,
	mass: Float64Array,
	error: number
): Spectrum {
	const end = tree.upTo[reach]!;
	const weight = weights.map((w, k) => w / tree.count[k]!);
	const last = tree.leaf.map((isLeaf, k) => (isLeaf === 1 || tree.depth[k] === reach ? 1 : 0));
	const weighted = { tree, reach, weight, mass, last };
	const { lowest, highest } = range(weighted);
	const pass = treePass(tree);
	const inverseRoot = new Float64Array(weights.length);
	const diagonalOfRoot = new Float64Array(weights.length);
	for (const { shift, weight: factor } of rootRule(lowest, highest, error)) {
		for (let k = 0; k < end; k++) pass.precision[k] = last[k] === 1 ? weight[k]! + shift / mass[k]! : weight[k]!;
		solveTree(tree, reach, pass);
		for (let k = 0; k < end; k++) inverseRoot[k]! += factor * pass.variance[k]!;
		addDiagonal(weighted, pass, shift, factor, diagonalOfRoot);
	}
	let trace = 0;
	for (let k = 0; k < end; k++) trace += weights[k]! * inverseRoot[k]!;
	for (let k = end; k < mass.length; k++) diagonalOfRoot[k] = diagonalOfRoot[tree.parent[k]!]!;
	return { traceOfRoot: trace * (1 - error), inverseRoot, diagonalOfRoot };
}

/**
 * Adds factor (1 - t s_i / d_i) / d_i for each last class i, s_i its variance. Written as a sum of positive terms, because the
 * two sides of the difference agree in all their digits when t is large.
 */
function addDiagonal(
	{ tree, reach, weight, mass, last }: WeightedTree,
	{ below, children }: TreePass,
	t: number,
	factor: number,
	diagonal: Float64Array
): void {
	const end = tree.upTo[reach]!;
	// What the measurements outside a node take off its variance: below - variance.
	const gain = new Float64Array(end);
	for (let k = 0; k < end; k++) {
		if (k > 0) {
			const p = tree.parent[k]!;
			const part = below[k]! / children[p]!;
			gain[k] = part * part * (weight[p]! * children[p]! * below[p]! + gain[p]!);
		}
		if (last[k] === 0) continue;
		diagonal[k]! += (factor * (weight[k]! * below[k]! + (t * gain[k]!) / mass[k]!)) / mass[k]!;
	}
}

/** Bounds on the eigenvalues of M: the least weight of a leaf, and the largest row sum of Q D. */
function range({ tree, reach, weight, mass, last }: WeightedTree): { lowest: number; highest: number } {
	const end = tree.upTo[reach]!;
	const rowSum = new Float64Array(end);
	let lowest = Infinity;
	let highest = 0;
	for (let k = 0; k < end; k++) {
		const own = weight[k]! * mass[k]!;
		rowSum[k] = own + (k > 0 ? rowSum[tree.parent[k]!]! : 0);
		highest = Math.max(highest, rowSum[k]!);
		if (last[k] === 1) lowest = Math.min(lowest, own);
	}
	return { lowest: Math.min(highest, Math.max(lowest, highest * SMALLEST)), highest };
}
