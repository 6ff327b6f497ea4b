import type { FoldedTree } from './folded-tree.ts';

/**
 * Variances of the best linear unbiased estimate of one component on a tree (Hay et al. 2010, arXiv 0904.0942, with any
 * precisions and any tree), and their derivatives. All arrays are by class of the folded tree and overwritten by each call.
 */
export interface TreePass {
	/** Precision of a class's own measurement; 0 when not measured. Input. */
	readonly precision: Float64Array;
	/** Variance given the measurements at and below the class. */
	readonly below: Float64Array;
	/** Sum of `below` over the children of one node. */
	readonly children: Float64Array;
	/** Variance given all measurements. */
	readonly variance: Float64Array;
}

export function treePass(tree: FoldedTree): TreePass {
	const array = () => new Float64Array(tree.parent.length);
	return { precision: array(), below: array(), children: array(), variance: array() };
}

/** Fills `below`, `children` and `variance` for the classes up to depth `reach`, which are the last ones measured. */
export function solveTree(tree: FoldedTree, reach: number, pass: TreePass): void {
	const { precision, below, children, variance } = pass;
	const end = tree.upTo[reach]!;
	children.fill(0, 0, end);
	for (let k = end - 1; k >= 0; k--) {
		const sum = children[k]!;
		const t = 1 / (precision[k]! + (sum > 0 ? 1 / sum : 0));
		below[k] = t;
		if (k > 0) children[tree.parent[k]!]! += tree.copies[k]! * t;
	}
	variance[0] = below[0]!;
	for (let k = 1; k < end; k++) {
		const p = tree.parent[k]!;
		const t = below[k]!;
		const part = t / children[p]!;
		variance[k] = t * (1 - part) + part * part * variance[p]!;
	}
}

/**
 * Derivative of sum_k weight_k variance_k to each precision, by going backwards through `solveTree`.
 * @param weight by class; overwritten
 * @param gradient by class; the result
 */
export function treeGradient(
	tree: FoldedTree,
	reach: number,
	pass: TreePass,
	weight: Float64Array,
	gradient: Float64Array
): void {
	const { below, children, variance } = pass;
	const end = tree.upTo[reach]!;
	const toBelow = new Float64Array(end);
	const toChildren = new Float64Array(end);
	for (let k = end - 1; k >= 1; k--) {
		const p = tree.parent[k]!;
		const t = below[k]!;
		const part = t / children[p]!;
		const toPart = weight[k]! * (2 * part * variance[p]! - t);
		toBelow[k]! += weight[k]! * (1 - part) + toPart / children[p]!;
		toChildren[p]! -= (toPart * part) / children[p]!;
		weight[p]! += weight[k]! * part * part;
	}
	toBelow[0]! += weight[0]!;
	for (let k = 0; k < end; k++) {
		if (k > 0) toBelow[k]! += tree.copies[k]! * toChildren[tree.parent[k]!]!;
		const square = toBelow[k]! * below[k]! * below[k]!;
		gradient[k] = -square;
		const sum = children[k]!;
		if (sum > 0) toChildren[k]! += square / (sum * sum);
	}
}
