import { describe, expect, it } from 'vitest';
import { InputError } from '../errors.ts';
import { dutchTree, gemeenten, population2024, provincies } from './nederland.ts';

describe('dutchTree', () => {
	const tree = dutchTree(2024);

	it('has the five levels, 12 provinces and 342 municipalities', () => {
		expect(tree.levels).toEqual(['land', 'provincie', 'gemeente', 'wijk', 'buurt']);
		expect(tree.cut('provincie')).toHaveLength(12);
		expect(tree.cut('gemeente')).toHaveLength(342);
		expect(tree.cut('wijk').length).toBeGreaterThan(3000);
		expect(tree.leaves().length).toBeGreaterThan(13_000);
	});

	it('gives each region the code that extends its parent', () => {
		for (const { code, parent, level } of tree.regions) {
			if (level === 'wijk')
				expect([code, parent]).toEqual([expect.stringMatching(/^WK\w{6}$/), `GM${code.slice(2, 6)}`]);
			if (level === 'buurt')
				expect([code, parent]).toEqual([expect.stringMatching(/^BU\w{8}$/), `WK${code.slice(2, 8)}`]);
		}
	});

	it('leaves no municipality without a buurt', () => {
		for (const node of tree.cut('gemeente')) expect(tree.depth[tree.children[tree.children[node]![0]!]![0]!]).toBe(4);
	});

	it('keeps the buurten of municipalities that merged under their successor', () => {
		// Amsterdam had 479 buurten in 2020 and took over the 19 of Weesp.
		const amsterdam = tree.leaves().filter((v) => tree.regions[v]!.code.startsWith('BU0363'));
		expect(amsterdam).toHaveLength(479 + 19);
		expect(tree.find('GM0457')).toBeUndefined();
		expect(tree.find('GM0788')).toBeUndefined();
	});

	it('refuses another classification in one sentence', () => {
		expect(() => dutchTree(2019)).toThrow(InputError);
		expect(() => dutchTree(2019)).toThrow(/2019 is not available; use 2024/);
	});
});

describe('facts', () => {
	it('add up to the country', () => {
		expect(gemeenten).toHaveLength(342);
		expect(population2024.get('NL')).toBe(17_942_942);
		expect(provincies.reduce((sum, { code }) => sum + population2024.get(code)!, 0)).toBe(17_942_942);
	});

	it('places each municipality within the country', () => {
		for (const { longitude, latitude, landKm2 } of gemeenten) {
			expect(longitude).toBeGreaterThan(3.3);
			expect(longitude).toBeLessThan(7.3);
			expect(latitude).toBeGreaterThan(50.7);
			expect(latitude).toBeLessThan(53.6);
			expect(landKm2).toBeGreaterThan(0);
		}
	});
});
