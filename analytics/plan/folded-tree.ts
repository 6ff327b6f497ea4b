import type { RegionTree } from '../contract/region-tree.ts';

/**
 * A region tree folded by symmetry: one class for all nodes with the same place (the same classes above them) and the same
 * shape below them. Variances depend on nothing else, so that a regular tree costs as many steps as it has levels.
 * Classes are in breadth-first order; class 0 is the root.
 */
export interface FoldedTree {
	/** Class of the parent; -1 for the root. */
	readonly parent: Int32Array;
	readonly depth: Int32Array;
	/** 1 when nodes of this class have no children. */
	readonly leaf: Uint8Array;
	/** Nodes of this class below one parent. */
	readonly copies: Float64Array;
	/** Nodes of this class in the whole tree. */
	readonly count: Float64Array;
	/** Number of classes up to each depth. */
	readonly upTo: readonly number[];
	/** Classes of the cut at each depth: those of that depth, and leaves above it. */
	readonly cuts: readonly Int32Array[];
}

interface Shape {
	/** Shape number -> number of children of that shape. */
	readonly children: ReadonlyMap<number, number>;
}

/** Folds a tree down to a depth (its number of edges from the root); nodes below are left out. No tree: one node. */
export function foldTree(tree: RegionTree | null, height: number): FoldedTree {
	const { shapes, root } = tree === null ? { shapes: [{ children: new Map() }], root: 0 } : shapesOf(tree, height);
	const shape = [root];
	const parent = [-1];
	const depth = [0];
	const copies = [1];
	const count = [1];
	for (let k = 0; k < shape.length; k++) {
		for (const [child, n] of shapes[shape[k]!]!.children) {
			shape.push(child);
			parent.push(k);
			depth.push(depth[k]! + 1);
			copies.push(n);
			count.push(count[k]! * n);
		}
	}
	const leaf = Uint8Array.from(shape, (s) => (shapes[s]!.children.size === 0 ? 1 : 0));
	const levels = Array.from({ length: height + 1 }, (_, d) => d);
	return {
		parent: Int32Array.from(parent),
		depth: Int32Array.from(depth),
		leaf,
		copies: Float64Array.from(copies),
		count: Float64Array.from(count),
		upTo: levels.map((d) => depth.filter((x) => x <= d).length),
		cuts: levels.map((d) =>
			Int32Array.from([...depth.keys()].filter((k) => depth[k] === d || (depth[k]! < d && leaf[k] === 1)))
		)
	};
}

function shapesOf(tree: RegionTree, height: number): { shapes: Shape[]; root: number } {
	const shapes: Shape[] = [];
	const numbers = new Map<string, number>();
	const shapeOf = new Int32Array(tree.regions.length);
	for (let v = tree.regions.length - 1; v >= 0; v--) {
		if (tree.depth[v]! > height) continue;
		const children = new Map<number, number>();
		const below = tree.depth[v] === height ? [] : tree.children[v]!.map((u) => shapeOf[u]!).sort((a, b) => a - b);
		for (const s of below) children.set(s, (children.get(s) ?? 0) + 1);
		const key = [...children].join(';');
		const number = numbers.get(key) ?? shapes.length;
		if (number === shapes.length) {
			numbers.set(key, number);
			shapes.push({ children });
		}
		shapeOf[v] = number;
	}
	return { shapes, root: shapeOf[0]! };
}
