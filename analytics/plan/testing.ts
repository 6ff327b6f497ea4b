import type { Domain, Table } from '../contract/domain.ts';
import { RegionTree, type Region } from '../contract/region-tree.ts';

/** Attributes a0, a1, ... of the given sizes, and at each level (null: no region) a table for each subset of them. */
export function domainOf(
	sizes: readonly number[],
	subsets: readonly (readonly number[])[],
	tree: RegionTree | null = null
): Domain {
	const table = (level: string | null, subset: readonly number[]): Table => ({
		id: `${level ?? 'all'}-${subset.join('-')}`,
		level,
		by: subset.map((i) => `a${i}`),
		target: null,
		weight: 1
	});
	return {
		region: tree === null ? null : { name: 'region', tree, column: null },
		attributes: sizes.map((size, i) => ({
			name: `a${i}`,
			codes: Array.from({ length: size }, (_, k) => String(k)),
			rule: { kind: 'size' }
		})),
		tables: (tree?.levels ?? [null]).flatMap((level) => subsets.map((subset) => table(level, subset)))
	};
}

/** Subsets of the numbers below n with k members. */
export function subsetsOf(n: number, k: number): number[][] {
	if (k === 0) return [[]];
	return Array.from({ length: n }, (_, first) => first).flatMap((first) =>
		subsetsOf(n - first - 1, k - 1).map((rest) => [first, ...rest.map((i) => i + first + 1)])
	);
}

/** Subsets with at most k members. */
export function subsetsUpTo(n: number, k: number): number[][] {
	return Array.from({ length: k + 1 }, (_, size) => subsetsOf(n, size)).flat();
}

/** fans[d] gives the number of children of the nodes at depth d, taken in turn; levels are named level0, level1, ... */
export function treeOf(fans: readonly (readonly number[])[]): RegionTree {
	const rows: Region[] = [{ code: 'r', parent: null, name: 'r', level: 'level0' }];
	let parents = ['r'];
	for (const [depth, fan] of fans.entries()) {
		parents = parents.flatMap((parent, k) =>
			Array.from({ length: fan[k % fan.length]! }, (_, i) => {
				const code = `${parent}.${i}`;
				rows.push({ code, parent, name: code, level: `level${depth + 1}` });
				return code;
			})
		);
	}
	return new RegionTree(rows);
}
