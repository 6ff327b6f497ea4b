import { expect, it } from 'vitest';
import type { SmallAreaRow } from '../../contract/early-warning.ts';
import { RegionTree } from '../../contract/region-tree.ts';
import type { Regions } from '../panel.ts';
import { ranks } from './ranks.ts';

const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Land', level: 'land' },
	...['A', 'B', 'C'].flatMap((code) => [
		{ code, parent: 'NL', name: code, level: 'gemeente' },
		{ code: `${code}1`, parent: code, name: `${code}1`, level: 'wijk' },
		{ code: `${code}1x`, parent: `${code}1`, name: `${code}1x`, level: 'buurt' },
		{ code: `${code}1y`, parent: `${code}1`, name: `${code}1y`, level: 'buurt' }
	])
]);
const regions: Regions = {
	root: 'NL',
	parentOf: (code) => tree.regions[tree.find(code)!]!.parent,
	levelOf: (code) => tree.regions[tree.find(code)!]!.level
};
const row = (region: string, estimate: number, attribute = ''): SmallAreaRow => ({
	indicator: 'debts',
	region,
	attribute,
	code: attribute === '' ? '' : 'x',
	estimate,
	se: 0.001,
	weight: 0.5
});

it('compares gemeenten in the country, and wijken and buurten in their own gemeente', () => {
	const all = ranks(
		[
			...['A', 'B', 'C'].map((code, i) => row(code, 0.1 * (i + 1))),
			...['A1', 'B1', 'C1'].map((code) => row(code, 0.1)),
			...['A1x', 'A1y', 'B1x'].map((code, i) => row(code, 0.1 * (i + 1)))
		],
		regions
	);
	const places = all.map(({ region, within, of, bestRank, worstRank, top }) => [
		region,
		within,
		of,
		bestRank,
		worstRank,
		top
	]);
	expect(places).toEqual([
		['A', 'NL', 3, 3, 3, 1],
		['B', 'NL', 3, 2, 2, 1],
		['C', 'NL', 3, 1, 1, 1],
		// A wijk or buurt that stands alone in its gemeente has no place.
		['A1x', 'A', 2, 2, 2, 1],
		['A1y', 'A', 2, 1, 1, 1]
	]);
	expect(all[2]!.pTop).toBeCloseTo(1, 8);
	expect(all[2]!.expectedRank).toBeCloseTo(1, 8);
});

it('counts regions that are not told of among those compared, and says nothing of them', () => {
	const all = ranks([row('A', 0.1), row('B', 0.2), row('A1', 0.1)], regions, [row('C', 0.3), row('B1', 0.1)]);
	expect(all.map(({ region, of, bestRank, worstRank }) => [region, of, bestRank, worstRank])).toEqual([
		['A', 3, 3, 3],
		['B', 3, 2, 2]
	]);
});

it('leaves out groups, and what has no error to weigh', () => {
	expect(
		ranks([row('A', 0.1, 'age'), row('B', 0.2, 'age'), { ...row('C', 0.3), se: 0 }, row('A', 0.1)], regions)
	).toEqual([]);
});
