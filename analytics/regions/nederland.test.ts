import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UNKNOWN, type Region } from '../contract/region-tree.ts';
import { InputError } from '../errors.ts';
import {
	corops,
	dutchTree,
	formerGemeenten,
	gemeenten,
	gemeentenIn,
	landsdelen,
	LEVELS,
	population2024,
	provincies
} from './nederland.ts';

const counts = new Map([
	[2018, 380],
	[2019, 355],
	[2020, 355],
	[2021, 352],
	[2022, 345],
	[2023, 342],
	[2024, 342],
	[2025, 342],
	[2026, 342]
]);

const sha256 = (lines: string[]): string => createHash('sha256').update(lines.sort().join('\n')).digest('hex');

describe.each([...counts])('dutchTree(%i)', (vintage, count) => {
	const tree = dutchTree(vintage);
	const regionOf = new Map(tree.regions.map((region) => [region.code, region]));
	const at = (level: string): Region[] => tree.regions.filter((region) => region.level === level);

	it('has seven levels, and the municipalities of 1 January', () => {
		expect(tree.levels).toEqual(LEVELS);
		expect(['land', 'landsdeel', 'provincie', 'corop', 'gemeente'].map((level) => at(level).length)).toEqual([
			1,
			4,
			12,
			40,
			count
		]);
		expect(gemeentenIn(vintage)).toHaveLength(count);
	});

	it('gives each municipality one COROP area and province, which are those of the facts', () => {
		for (const { code, name, corop, provincie } of gemeentenIn(vintage)) {
			expect(regionOf.get(code)).toMatchObject({ parent: corop, name });
			expect(regionOf.get(corop)!.parent).toBe(provincie);
		}
	});

	it('gives each wijk and buurt the code that extends its parent', () => {
		for (const { code, parent } of at('wijk'))
			expect([code, parent]).toEqual([expect.stringMatching(/^WK\w{6}$/), `GM${code.slice(2, 6)}`]);
		for (const { code, parent } of at('buurt'))
			expect([code, parent]).toEqual([expect.stringMatching(/^BU\w{8}$/), `WK${code.slice(2, 8)}`]);
	});

	it('leaves no wijk, COROP area, province or landsdeel without a region below it', () => {
		for (const [v, { level }] of tree.regions.entries())
			if (!['gemeente', 'buurt'].includes(level)) expect(tree.children[v]!.length).toBeGreaterThan(0);
	});

	it('has a place for what is unknown, beside the landsdelen', () => {
		const whole = tree.withUnknown();
		expect(whole.regions[whole.find(UNKNOWN)!]).toMatchObject({ parent: 'NL', level: 'landsdeel' });
	});
});

describe('wijken and buurten', () => {
	it('of 2024 are those that published releases used', () => {
		const tree = dutchTree(2024);
		const at = (level: string): string[] => tree.regions.filter((r) => r.level === level).map((r) => r.code);
		expect(sha256(at('wijk'))).toBe('6b46aa0f89c0318ec0b8857188e066df3d0bb8273cd46f1152c1e0c41815c546');
		expect(sha256(at('buurt'))).toBe('46df5dcae9526ace5fd441459fd9ef5bf2d058ef641842ff1a66d1561c6bf05e');
		const named = tree.regions.filter(({ level }) => level === 'wijk' || level === 'buurt');
		expect(sha256(named.map(({ code, parent, name }) => `${code},${parent},${name}`))).toBe(
			'57722a6b393e94b9418caf95cf1d0a40b1d7505c9c96a6122d6c2de63c469792'
		);
	});

	it('of municipalities that merged lie under their successor, from the year after on', () => {
		// Amsterdam had 479 buurten in 2020 and took over the 19 of Weesp in March 2022.
		const amsterdam = (vintage: number): number => {
			const tree = dutchTree(vintage);
			return tree.leaves().filter((v) => tree.regions[v]!.code.startsWith('BU0363')).length;
		};
		expect([2020, 2022, 2023].map(amsterdam)).toEqual([479, 479, 479 + 19]);
		expect([2022, 2023].map((vintage) => dutchTree(vintage).find('BU04570001') !== undefined)).toEqual([true, false]);
	});

	it('are as many in every year from 2019 on, because none is lost in a merger', () => {
		for (const vintage of [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
			expect(dutchTree(vintage).leaves()).toHaveLength(13_808);
	});

	it('are unknown for the municipalities of 2018 that changed in 2019: they are leaves', () => {
		const tree = dutchTree(2018);
		const leaves = tree.leaves().map((v) => tree.regions[v]!);
		const bare = leaves.filter(({ level }) => level === 'gemeente').map(({ code }) => code);
		expect(bare).toHaveLength(37);
		expect(bare).toEqual(expect.arrayContaining(['GM0053', 'GM0009', 'GM0014', 'GM0394', 'GM0575']));
		expect(leaves.every(({ level }) => level === 'gemeente' || level === 'buurt')).toBe(true);
	});
});

describe('dutchTree', () => {
	it('ends at the level that is asked for', () => {
		const tree = dutchTree(2018, 'gemeente');
		expect(tree.levels.at(-1)).toBe('gemeente');
		expect(tree.leaves()).toHaveLength(380);
	});

	it('makes each tree once', () => {
		expect(dutchTree(2021)).toBe(dutchTree(2021));
	});

	it.each([2017, 2027, 2020.5, Number.NaN])('refuses the classification of %d in one sentence', (vintage) => {
		expect(() => dutchTree(vintage)).toThrow(InputError);
		expect(() => dutchTree(vintage)).toThrow(/is not available; use one of 2018 to 2026/);
	});

	it('refuses a level that it does not have', () => {
		expect(() => dutchTree(2024, 'straat')).toThrow(/no level straat; it has land, landsdeel, provincie/);
	});
});

describe('facts', () => {
	it('add up to the country', () => {
		expect(gemeenten).toHaveLength(342);
		for (const level of [landsdelen, provincies, corops, gemeenten])
			expect(level.reduce((sum, { code }) => sum + population2024.get(code)!, 0)).toBe(17_942_942);
		expect(population2024.get('NL')).toBe(17_942_942);
	});

	it('tell each municipality apart, former ones too', () => {
		const codes = [...gemeenten, ...formerGemeenten].map(({ code }) => code);
		expect(formerGemeenten).toHaveLength(52);
		expect(new Set(codes).size).toBe(342 + 52);
	});

	it('place each COROP area within one province', () => {
		const provinceOf = new Map(corops.map(({ code, provincie }) => [code, provincie]));
		for (const { corop, provincie } of [...gemeenten, ...formerGemeenten])
			expect(provinceOf.get(corop)).toBe(provincie);
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
