import type { Attribute, Domain, Table } from '../../analytics/contract/domain.ts';
import { RegionTree, type Region } from '../../analytics/contract/region-tree.ts';

/** Attributes a0, a1, ... with these numbers of codes. */
function attributesOf(sizes: readonly number[]): Attribute[] {
	return sizes.map((size, i) => ({
		name: `a${i}`,
		codes: Array.from({ length: size }, (_, code) => String(code)),
		rule: { kind: 'size' }
	}));
}

function table(level: string | null, subset: readonly number[], weight: number): Table {
	const by = subset.map((i) => `a${i}`);
	return { id: [level ?? 'all', ...by].join('.'), level, by, target: null, weight };
}

/** One table for each subset of the attributes. */
export function flatDomain(sizes: readonly number[], subsets: readonly (readonly number[])[]): Domain {
	return { region: null, attributes: attributesOf(sizes), tables: subsets.map((subset) => table(null, subset, 1)) };
}

/** One table for each level of the tree and each subset of the attributes. */
export function treeDomain(
	tree: RegionTree,
	sizes: readonly number[],
	subsets: readonly (readonly number[])[]
): Domain {
	const tables = tree.levels.flatMap((level) => subsets.map((subset) => table(level, subset, 1)));
	return { region: { name: 'region', tree, column: null }, attributes: attributesOf(sizes), tables };
}

/** @param fans for each depth: the numbers of children of its nodes, taken in turn */
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

/** The subsets of 0 .. n - 1 with k members. */
export function subsetsOf(n: number, k: number): number[][] {
	if (k === 0) return [[]];
	return Array.from({ length: n }, (_, first) => first).flatMap((first) =>
		subsetsOf(n - first - 1, k - 1).map((rest) => [first, ...rest.map((i) => i + first + 1)])
	);
}

export function subsetsUpTo(n: number, k: number): number[][] {
	return Array.from({ length: k + 1 }, (_, size) => subsetsOf(n, size)).flat();
}
