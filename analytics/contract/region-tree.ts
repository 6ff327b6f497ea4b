/** A region in a tree; `level` is the name of its level (land, provincie, gemeente, wijk, buurt, ...). */
export interface Region {
	readonly code: string;
	readonly parent: string | null;
	readonly name: string;
	readonly level: string;
}

/** Code of the region that takes in every unit whose region is missing or not in the tree. */
export const UNKNOWN = 'unknown';

/**
 * A region tree, regular or not. Nodes are numbered in breadth-first order: the root is 0 and a parent comes before its
 * children. A leaf may sit at any depth.
 */
export class RegionTree {
	readonly regions: readonly Region[];
	/** Level names, root first. */
	readonly levels: readonly string[];
	/** Node number of each node's parent; -1 for the root. */
	readonly parent: Int32Array;
	readonly children: readonly (readonly number[])[];
	readonly depth: Int32Array;
	readonly #number: ReadonlyMap<string, number>;

	/** @throws RangeError with one plain sentence when the rows are not one tree with one level name per depth. */
	constructor(rows: readonly Region[]) {
		const byCode = new Map<string, Region>();
		for (const row of rows) {
			if (byCode.has(row.code)) throw new RangeError(`region ${row.code} is listed twice`);
			byCode.set(row.code, row);
		}
		const roots = rows.filter((row) => row.parent === null);
		const root = roots[0];
		if (root === undefined || roots.length !== 1)
			throw new RangeError(`a region tree has one root (a row without parent); found ${roots.length}`);
		const childRows = new Map<string, Region[]>();
		for (const row of rows) {
			if (row.parent === null) continue;
			if (!byCode.has(row.parent))
				throw new RangeError(`region ${row.code} has parent ${row.parent}, which is not listed`);
			const siblings = childRows.get(row.parent);
			if (siblings === undefined) childRows.set(row.parent, [row]);
			else siblings.push(row);
		}
		const regions: Region[] = [root];
		const parent: number[] = [-1];
		const depth: number[] = [0];
		const children: number[][] = [[]];
		for (let v = 0; v < regions.length; v++) {
			for (const row of childRows.get(regions[v]!.code) ?? []) {
				children[v]!.push(regions.length);
				regions.push(row);
				parent.push(v);
				depth.push(depth[v]! + 1);
				children.push([]);
			}
		}
		if (regions.length !== rows.length)
			throw new RangeError('the regions do not hang together: some parents form a circle');
		const levels: string[] = [];
		for (let v = 0; v < regions.length; v++) {
			const { code, level } = regions[v]!;
			const d = depth[v]!;
			levels[d] ??= level;
			if (levels[d] !== level && code !== UNKNOWN)
				throw new RangeError(`region ${code} has level ${level}; its depth belongs to level ${levels[d]}`);
		}
		if (new Set(levels).size !== levels.length)
			throw new RangeError('one level name is used at two depths of the tree');
		this.regions = regions;
		this.levels = levels;
		this.parent = Int32Array.from(parent);
		this.depth = Int32Array.from(depth);
		this.children = children;
		this.#number = new Map(regions.map((region, v) => [region.code, v]));
	}

	/** Node number of a code, or undefined. */
	find(code: string): number | undefined {
		return this.#number.get(code);
	}

	/** Nodes of the cut at a level: the regions of that level, and every leaf above it. Each unit lies in exactly one. */
	cut(level: string): number[] {
		const d = this.levels.indexOf(level);
		if (d < 0) throw new RangeError(`the region tree has no level ${level}; it has ${this.levels.join(', ')}`);
		const nodes: number[] = [];
		for (let v = 0; v < this.regions.length; v++) {
			if (this.depth[v] === d || (this.depth[v]! < d && this.children[v]!.length === 0)) nodes.push(v);
		}
		return nodes;
	}

	leaves(): number[] {
		return this.cut(this.levels[this.levels.length - 1]!);
	}

	/** The same tree with one more leaf directly below the root, for units whose region is unknown. */
	withUnknown(): RegionTree {
		if (this.find(UNKNOWN) !== undefined) return this;
		const level = this.levels[1] ?? this.levels[0]!;
		const unknown = { code: UNKNOWN, parent: this.regions[0]!.code, name: 'Onbekend', level };
		return new RegionTree([...this.regions, unknown]);
	}
}
