/** The part of a region tree that the estimate needs; nodes in breadth-first order, a parent before its children. */
export interface Nodes {
	readonly parent: ArrayLike<number>;
	readonly depth: ArrayLike<number>;
	readonly children: readonly (readonly number[])[];
}

/** Best linear unbiased estimate of one component at every node down to its reach, with what its covariances need. */
export interface TreeEstimate {
	/** Number of nodes down to the reach: the first ones of the tree. */
	readonly nodes: number;
	/** Values of one node. */
	readonly cells: number;
	/** By node, then by cell of the component. */
	readonly values: Float64Array;
	/** Variance factor of each node. */
	readonly variance: Float64Array;
	/** Variance factor given the measurements at and below the node. */
	readonly below: Float64Array;
	/** What one unit more at the parent adds at the node: Cov(node, parent) = slope x Var(parent). */
	readonly slope: Float64Array;
	/** How many nodes the measurements leave free; pins take freedom away. */
	readonly free: number;
}

export interface TreeMeasurement {
	readonly cells: number;
	/** By node, then by cell: sum over the measurements of precision x value. Overwritten by the estimate. */
	readonly weighted: Float64Array;
	/** Total precision of each node's own measurements; 0 when not measured. */
	readonly precision: Float64Array;
	/** Node -> its exactly known values. */
	readonly pins: ReadonlyMap<number, Float64Array>;
}

/**
 * Weighted least squares on a tree in two passes (Hay et al. 2010, arXiv 0904.0942, with any precisions, any tree and known
 * nodes). All cells of a component have the same precision at a node, so one set of weights serves them all.
 * @param onConflict called for a pinned node whose children are all known and add up to something else
 */
export function estimateTree(
	tree: Nodes,
	measurement: TreeMeasurement,
	onConflict: (node: number) => void
): TreeEstimate {
	const { cells, precision, pins, weighted: values } = measurement;
	const nodes = precision.length;
	const below = new Float64Array(nodes);
	const variance = new Float64Array(nodes);
	const slope = new Float64Array(nodes);
	const sum = new Float64Array(cells);
	// The nodes come level by level, so those within reach have either all their children within reach or none.
	const childrenOf = (v: number) =>
		tree.children[v]!.length > 0 && tree.children[v]![0]! < nodes ? tree.children[v]! : [];
	let free = 0;

	for (let v = nodes - 1; v >= 0; v--) {
		const children = childrenOf(v);
		const spread = addUp(children, below, values, cells, sum);
		const known = children.length > 0 && spread === 0;
		const pin = pins.get(v);
		if (children.length === 0) free++;
		if (pin !== undefined) {
			if (known && !agree(pin, sum)) onConflict(v);
			if (!known) free--;
			values.set(pin, v * cells);
		} else if (known) {
			values.set(sum, v * cells);
		} else {
			const t = 1 / (precision[v]! + (children.length > 0 ? 1 / spread : 0));
			below[v] = t;
			for (let c = 0; c < cells; c++) {
				const fromChildren = children.length > 0 ? sum[c]! / spread : 0;
				values[v * cells + c] = t * (values[v * cells + c]! + fromChildren);
			}
		}
	}

	variance[0] = below[0]!;
	for (let v = 0; v < nodes; v++) {
		const children = childrenOf(v);
		const spread = addUp(children, below, values, cells, sum);
		if (spread === 0) continue;
		for (let c = 0; c < cells; c++) sum[c] = values[v * cells + c]! - sum[c]!;
		for (const u of children) {
			const part = below[u]! / spread;
			slope[u] = part;
			variance[u] = below[u]! * (1 - part) + part * part * variance[v]!;
			for (let c = 0; c < cells; c++) values[u * cells + c]! += part * sum[c]!;
		}
	}
	return { nodes, cells, values, variance, below, slope, free };
}

/** Covariance factor between two nodes of one component. */
export function nodeCovariance(tree: Nodes, estimate: TreeEstimate, u: number, v: number): number {
	let [a, b] = [u, v];
	let factor = 1;
	while (a !== b) {
		const p = tree.parent[a]!;
		if (p === tree.parent[b]) {
			// Siblings share what their parent's sum fixes, in proportion to their own uncertainty.
			const competition = estimate.below[a]! * estimate.slope[b]!;
			return factor * (estimate.slope[a]! * estimate.slope[b]! * estimate.variance[p]! - competition);
		}
		if (tree.depth[a]! >= tree.depth[b]!) {
			factor *= estimate.slope[a]!;
			a = p;
		} else {
			factor *= estimate.slope[b]!;
			b = tree.parent[b]!;
		}
	}
	return factor * estimate.variance[a]!;
}

/** Sum over some nodes of `below` (returned) and of their values (into `sum`). */
function addUp(
	nodes: readonly number[],
	below: Float64Array,
	values: Float64Array,
	cells: number,
	sum: Float64Array
): number {
	let spread = 0;
	sum.fill(0);
	for (const u of nodes) {
		spread += below[u]!;
		for (let c = 0; c < cells; c++) sum[c]! += values[u * cells + c]!;
	}
	return spread;
}

function agree(a: Float64Array, b: Float64Array): boolean {
	return a.every((x, i) => Math.abs(x - b[i]!) <= 1e-6 * Math.max(1, Math.abs(x)));
}
