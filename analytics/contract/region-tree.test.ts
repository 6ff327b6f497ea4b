import { expect, it } from 'vitest';
import { RegionTree } from './region-tree.ts';

const tree = new RegionTree([
	{ code: 'b1', parent: 'B', name: 'b1', level: 'gemeente' },
	{ code: 'NL', parent: null, name: 'NL', level: 'land' },
	{ code: 'A', parent: 'NL', name: 'A', level: 'provincie' },
	{ code: 'B', parent: 'NL', name: 'B', level: 'provincie' },
	{ code: 'a1', parent: 'A', name: 'a1', level: 'gemeente' },
	{ code: 'a2', parent: 'A', name: 'a2', level: 'gemeente' }
]);
const codes = (t: RegionTree, nodes: readonly number[]) => nodes.map((v) => t.regions[v]!.code);

it('numbers parents before children, whatever the order of the rows', () => {
	expect(tree.levels).toEqual(['land', 'provincie', 'gemeente']);
	for (let v = 1; v < tree.regions.length; v++) expect(tree.parent[v]).toBeLessThan(v);
	expect(tree.regions[0]!.code).toBe('NL');
});

it('a cut holds every leaf above its level, so that each unit lies in exactly one node', () => {
	const irregular = tree.withUnknown();
	expect(codes(irregular, irregular.cut('land'))).toEqual(['NL']);
	expect(codes(irregular, irregular.cut('provincie'))).toEqual(['A', 'B', 'unknown']);
	expect(new Set(codes(irregular, irregular.cut('gemeente')))).toEqual(new Set(['a1', 'a2', 'b1', 'unknown']));
});

it('an unknown level is an error that lists the levels', () => {
	expect(() => tree.cut('wijk')).toThrow('land, provincie, gemeente');
});
