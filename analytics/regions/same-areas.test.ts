import { describe, expect, it } from 'vitest';
import type { Region, RegionTree } from '../contract/region-tree.ts';
import { dutchTree } from './nederland.ts';
import { sameAreas } from './same-areas.ts';

const codes = (tree: RegionTree, level: string) =>
	tree.regions.filter((region) => region.level === level).map(({ code }) => code);

describe('on the classifications of two years', () => {
	const [earlier, later] = [dutchTree(2018, 'gemeente'), dutchTree(2019, 'gemeente')];
	const same = sameAreas(earlier.regions, later.regions);

	it('the country and the landsdelen are the same, and every province that none crossed the border of', () => {
		expect(same.has('NL')).toBe(true);
		// Leerdam and Zederik went from Zuid-Holland to Utrecht, as part of Vijfheerenlanden.
		expect(codes(later, 'provincie').filter((code) => !same.has(code))).toEqual(['PV26', 'PV28']);
		expect(codes(later, 'landsdeel').every((code) => same.has(code))).toBe(true);
	});

	it('a municipality that took others in is another one, though its code is the same', () => {
		// Groningen took in Haren and Ten Boer.
		expect(same.has('GM0014')).toBe(false);
		expect(same.has('GM0363')).toBe(true);
	});

	it('all others with the same code are the same', () => {
		const both = codes(later, 'gemeente').filter((code) => earlier.find(code) !== undefined);
		expect(both.filter((code) => !same.has(code))).toEqual(['GM0014', 'GM0394', 'GM0575']);
	});

	it('it does not matter which one comes first, nor whether units of unknown region have a place', () => {
		expect(sameAreas(later.withUnknown().regions, earlier.regions)).toEqual(same);
	});

	it('a municipality that is unchanged keeps its wijken and buurten', () => {
		const [before, after] = [dutchTree(2022), dutchTree(2023)];
		const kept = sameAreas(before.regions, after.regions);
		const below = (code: string) => after.regions.filter(({ parent }) => parent === code).map((region) => region.code);
		expect(below('GM0599').length).toBeGreaterThan(1);
		expect(below('GM0599').every((code) => kept.has(code))).toBe(true);
		// Weesp joined Amsterdam.
		expect(kept.has('GM0363')).toBe(false);
		expect(kept.has('CR24') && kept.has('PV27')).toBe(false);
	});
});

describe('on trees of one’s own', () => {
	const rows = (text: string): Region[] =>
		text.split(' ').map((line) => {
			const [code, parent, name] = line.split('/') as [string, string, string | undefined];
			const level = ['land', 'eiland', 'dorp'][code.length - 1]!;
			return { code, parent: parent === '-' ? null : parent, name: name ?? code, level };
		});
	const tree = rows('a/- ab/a ac/a abx/ab aby/ab acx/ac acy/ac');

	it('all is the same when nothing changed, whatever the order', () => {
		expect(sameAreas(tree, [tree[0]!, ...tree.slice(1).reverse()]).size).toBe(tree.length);
	});

	it('what holds a region that changed is another one, and so are the neighbours of that region', () => {
		const merged = rows('a/- ab/a ac/a abx/ab acx/ac acy/ac');
		expect([...sameAreas(tree, merged)].sort()).toEqual(['ac', 'acx', 'acy']);
	});

	it('another name may be another region', () => {
		const renamed = rows('a/- ab/a ac/a/elders abx/ab aby/ab acx/ac acy/ac');
		expect([...sameAreas(tree, renamed)].sort()).toEqual(['ab', 'abx', 'aby']);
	});
});
