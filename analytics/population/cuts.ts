import type { Domain } from '../contract/domain.ts';

/** Each leaf of the tree with the position of the region of the cut that holds it. */
export function cutPositions(domain: Domain, cut: readonly number[]): [leaf: number, position: number][] {
	const { tree } = domain.region!;
	const position = new Map(cut.map((node, i) => [node, i]));
	return tree.leaves().map((leaf) => {
		let node = leaf;
		while (!position.has(node)) node = tree.parent[node]!;
		return [leaf, position.get(node)!];
	});
}
