import type { Domain, Table } from '../contract/domain.ts';
import { closureOf, type Closure } from './components.ts';
import { foldTree, type FoldedTree } from './folded-tree.ts';
import { solveTree, treeGradient, treePass, type TreePass } from './tree-variance.ts';

/** What a release measures, as the planner sees it: the components of its tables on the folded region tree. */
export interface Workload {
	readonly closure: Closure;
	readonly tree: FoldedTree;
	/** Classes of each table's regions, in the order of the tables. */
	readonly cuts: readonly Int32Array[];
}

/** One number for each table and each class of its regions. */
export type PerCell = readonly Float64Array[];

/** @throws InputError when a table names a level or an attribute that the domain does not have. */
export function workloadOf(domain: Domain, tables: readonly Table[] = domain.tables): Workload {
	const closure = closureOf(domain, tables);
	const tree = foldTree(domain.region?.tree ?? null, Math.max(...closure.depths));
	return { closure, tree, cuts: closure.depths.map((depth) => tree.cuts[depth]!) };
}

/** An array for every table, by class of its regions. */
export function perCell(workload: Workload, value: (table: number, klass: number) => number): PerCell {
	return workload.cuts.map((cut, q) => Float64Array.from(cut, (klass) => value(q, klass)));
}

/** Variance of one cell after reconciliation, when table q is measured with noise of variance 1 / precision[q]. */
export function cellVariances(workload: Workload, precision: ArrayLike<number>): PerCell {
	const variance = perCell(workload, () => 0);
	const pass = treePass(workload.tree);
	for (let b = 0; b < workload.closure.components.length; b++) {
		solveComponent(workload, b, precision, pass);
		addCellVariance(workload, b, pass.variance, variance);
	}
	return variance;
}

/**
 * What a weighted sum of cell variances loses by one more unit of each table's precision.
 * @param importance weight of the variance of one cell, by table and class
 */
export function gains(workload: Workload, precision: ArrayLike<number>, importance: PerCell): Float64Array {
	const { closure, tree } = workload;
	const gain = new Float64Array(closure.parts.length);
	const pass = treePass(tree);
	const weight = new Float64Array(tree.parent.length);
	const gradient = new Float64Array(tree.parent.length);
	for (const [b, component] of closure.components.entries()) {
		solveComponent(workload, b, precision, pass);
		componentWeight(workload, b, importance, weight);
		treeGradient(tree, component.reach, pass, weight, gradient);
		for (const { table, summed } of closure.uses[b]!) {
			let sum = 0;
			for (const k of workload.cuts[table]!) sum += gradient[k]!;
			gain[table]! -= sum / summed;
		}
	}
	return gain;
}

/** Weight of a component's variance at each class, from the weights of the cells that it is a part of. */
export function componentWeight(
	workload: Workload,
	component: number,
	importance: PerCell,
	weight: Float64Array
): void {
	weight.fill(0);
	forTablesWith(workload, component, (table, factor) => {
		const cut = workload.cuts[table]!;
		for (let i = 0; i < cut.length; i++) weight[cut[i]!]! += factor * importance[table]![i]!;
	});
}

/** Adds a component's part in the variance of each cell. */
export function addCellVariance(workload: Workload, component: number, variance: Float64Array, cells: PerCell): void {
	forTablesWith(workload, component, (table, factor) => {
		const cut = workload.cuts[table]!;
		for (let i = 0; i < cut.length; i++) cells[table]![i]! += factor * variance[cut[i]!]!;
	});
}

function solveComponent(workload: Workload, b: number, precision: ArrayLike<number>, pass: TreePass): void {
	const { closure, tree } = workload;
	const { reach } = closure.components[b]!;
	const byDepth = new Float64Array(reach + 2);
	forTablesWith(workload, b, (table, _factor, summed) => {
		byDepth[closure.depths[table]!]! += precision[table]! / summed;
	});
	// A leaf is a region of the cut at its own depth and at every depth below.
	const fromDepth = byDepth.slice();
	for (let d = reach; d >= 0; d--) fromDepth[d]! += fromDepth[d + 1]!;
	for (let k = 0; k < tree.upTo[reach]!; k++)
		pass.precision[k] = (tree.leaf[k] === 1 ? fromDepth : byDepth)[tree.depth[k]!]!;
	solveTree(tree, reach, pass);
}

/** `factor`: share of the component's variance in the variance of one cell of the table. */
function forTablesWith(
	{ closure }: Workload,
	component: number,
	visit: (table: number, factor: number, summed: number) => void
): void {
	const { dimension } = closure.components[component]!;
	for (const { table, summed } of closure.uses[component]!)
		visit(table, dimension / (summed * closure.cells[table]!), summed);
}
