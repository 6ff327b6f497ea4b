import type { FoldedTree } from './folded-tree.ts';
import { solveTree, treeGradient, treePass } from './tree-variance.ts';
import { componentWeight, type PerCell, type Workload } from './workload.ts';

/** What the variances of reconciled cells do when the logarithms of the tables' precisions grow. Matrices are row-major. */
export interface Derivatives {
	/** Loss of the weighted sum of variances, by table. */
	readonly gain: Float64Array;
	/** Second derivatives of the weighted sum to the precisions, times both precisions: tables x tables. */
	readonly curvature: Float64Array;
	/** slopes[q]: loss of the variance of each chosen cell of table q, by table: cells x tables. */
	readonly slopes: readonly Float64Array[];
}

/** Relative step of the differences for second derivatives and slopes; gains are exact. */
const STEP = 1e-6;

/**
 * A component knows a precision for each depth of the tree only, so that as many passes as depths give all derivatives.
 * @param importance weight of the variance of one cell, by table and class
 * @param chosen classes of some cells of each table
 */
export function derivatives(
	workload: Workload,
	precision: Float64Array,
	importance: PerCell,
	chosen: readonly Int32Array[]
): Derivatives {
	const { closure, tree } = workload;
	const tables = precision.length;
	const gain = new Float64Array(tables);
	const curvature = new Float64Array(tables * tables);
	const slopes = chosen.map((places) => new Float64Array(places.length * tables));
	const weight = new Float64Array(tree.parent.length);
	for (const [b, { reach, dimension }] of closure.components.entries()) {
		const uses = closure.uses[b]!.map(({ table, summed }) => {
			const depth = closure.depths[table]!;
			return { table, depth, part: precision[table]! / summed, share: dimension / (summed * closure.cells[table]!) };
		});
		const byDepth = new Float64Array(reach + 1);
		for (const { depth, part } of uses) byDepth[depth]! += part;
		componentWeight(workload, b, importance, weight);
		const here = variancesAt(tree, reach, byDepth, weight);
		for (const { table, depth, part } of uses) gain[table]! -= here.gradient[depth]! * part;
		for (const depth of new Set(uses.map((use) => use.depth))) {
			const step = STEP * byDepth[depth]!;
			const there = variancesAt(tree, reach, byDepth.with(depth, byDepth[depth]! + step), weight);
			for (const moved of uses) {
				if (moved.depth !== depth) continue;
				const rate = moved.part / step;
				for (const use of uses) {
					const change = there.gradient[use.depth]! - here.gradient[use.depth]!;
					curvature[moved.table * tables + use.table]! += change * rate * use.part;
					const slope = slopes[use.table]!;
					const classes = chosen[use.table]!;
					for (let i = 0; i < classes.length; i++) {
						const loss = here.variance[classes[i]!]! - there.variance[classes[i]!]!;
						slope[i * tables + moved.table]! += loss * rate * use.share;
					}
				}
			}
		}
	}
	return { gain, curvature, slopes };
}

/** Variance of one component by class, and the derivatives of its weighted sum to the precision at each depth. */
function variancesAt(
	tree: FoldedTree,
	reach: number,
	byDepth: Float64Array,
	weight: Float64Array
): { variance: Float64Array; gradient: Float64Array } {
	const pass = treePass(tree);
	const gradient = new Float64Array(weight.length);
	const end = tree.upTo[reach]!;
	// A leaf is a region of the cut at its own depth and at every depth below.
	const lastDepth = (k: number) => (tree.leaf[k] === 1 ? reach : tree.depth[k]!);
	for (let k = 0; k < end; k++) for (let d = tree.depth[k]!; d <= lastDepth(k); d++) pass.precision[k]! += byDepth[d]!;
	solveTree(tree, reach, pass);
	treeGradient(tree, reach, pass, weight.slice(), gradient);
	const sums = new Float64Array(reach + 1);
	for (let k = 0; k < end; k++) for (let d = tree.depth[k]!; d <= lastDepth(k); d++) sums[d]! += gradient[k]!;
	return { variance: pass.variance, gradient: sums };
}
