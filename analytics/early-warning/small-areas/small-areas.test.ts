import { describe, expect, it } from 'vitest';
import type { Figure } from '../../contract/figure.ts';
import { RegionTree } from '../../contract/region-tree.ts';
import type { Regions } from '../panel.ts';
import { Random } from '../statistics/random.ts';
import { families } from './family.ts';
import { smallAreaModels, smallAreas } from './small-areas.ts';

const PROVINCIES = 10;
const GEMEENTEN = 12;
const tree = new RegionTree([
	{ code: 'NL', parent: null, name: 'Land', level: 'land' },
	...Array.from({ length: PROVINCIES }, (_, p) => [
		{ code: `P${p}`, parent: 'NL', name: `P${p}`, level: 'provincie' },
		...Array.from({ length: GEMEENTEN }, (_, g) => ({
			code: `P${p}G${g}`,
			parent: `P${p}`,
			name: `P${p}G${g}`,
			level: 'gemeente'
		}))
	]).flat()
]);
const regions: Regions = {
	root: 'NL',
	parentOf: (code) => tree.regions[tree.find(code)!]!.parent,
	levelOf: (code) => (tree.find(code) === undefined ? undefined : tree.regions[tree.find(code)!]!.level)
};

const SE = 12;

/** A figure of counts with independent noise on those that count and those that do not. */
function figure(region: string, numerator: number, denominator: number, group = ''): Figure {
	const denominatorSe = SE * Math.SQRT2;
	const shown = numerator >= 10 && denominator - numerator >= 10;
	const p = numerator / denominator;
	const se = Math.sqrt(SE ** 2 * (1 - 2 * p) + p ** 2 * denominatorSe ** 2) / denominator;
	return {
		indicator: 'debts',
		region,
		attribute: group === '' ? '' : 'age',
		code: group,
		numerator,
		numeratorSe: SE,
		denominator,
		denominatorSe,
		share: shown ? p : null,
		shareSe: shown ? se : null,
		lower: null,
		upper: null,
		reliability: 'A'
	};
}

/** A country of small gemeenten: a tenth of its units, more or less by provincie, and noise. */
function country(seed: number, least = 150) {
	const random = new Random(seed);
	const truth = new Map<string, number>();
	const figures: Figure[] = [];
	let [all, of] = [0, 0];
	for (let p = 0; p < PROVINCIES; p++) {
		const level = 0.1 + 0.03 * random.normal();
		let [inside, units] = [0, 0];
		for (let g = 0; g < GEMEENTEN; g++) {
			const share = Math.max(0.01, level + 0.015 * random.normal());
			const n = least + random.below(900);
			const [yes, no] = [random.poisson(n * share), random.poisson(n * (1 - share))];
			const noise = [SE * random.normal(), SE * random.normal()];
			truth.set(`P${p}G${g}`, share);
			figures.push(figure(`P${p}G${g}`, yes + noise[0]!, yes + no + noise[0]! + noise[1]!));
			inside += figures.at(-1)!.numerator;
			units += figures.at(-1)!.denominator;
		}
		figures.push(figure(`P${p}`, inside, units));
		all += inside;
		of += units;
	}
	return { truth, figures: [figure('NL', all, of), ...figures] };
}

describe('small areas', () => {
	it('come closer to the truth than figures, and state by how much (false alarm: below 1e-6)', () => {
		let [raw, shrunken, stated, cells, covered] = [0, 0, 0, 0, 0];
		for (let seed = 1; seed <= 12; seed++) {
			const { truth, figures } = country(seed);
			for (const { region, estimate, se } of smallAreas(figures, regions)) {
				const own = figures.find((f) => f.region === region)!;
				raw += (own.share! - truth.get(region)!) ** 2;
				shrunken += (estimate - truth.get(region)!) ** 2;
				stated += se ** 2;
				cells++;
				if (Math.abs(estimate - truth.get(region)!) <= 1.96 * se) covered++;
			}
		}
		expect(cells).toBeGreaterThan(1_300);
		expect(shrunken / raw).toBeLessThan(0.7);
		// Standard deviations of about .04 and .006 over 1,400 cells.
		expect(shrunken / stated).toBeGreaterThan(0.8);
		expect(shrunken / stated).toBeLessThan(1.2);
		expect(covered / cells).toBeGreaterThan(0.92);
	});

	it('add up to the regions own total, and report what was missing', () => {
		const { figures } = country(5, 900);
		const [model] = smallAreaModels(figures, regions);
		expect(model).toMatchObject({ indicator: 'debts', attribute: '', code: '', level: 'gemeente', adjusted: false });
		const modelled = figures.filter(({ region }) => regions.levelOf(region) === 'gemeente');
		expect(model!.areas).toBe(modelled.length);
		expect(model!.rows).toHaveLength(modelled.length);
		let total = 0;
		for (const { region, estimate } of model!.rows)
			total += estimate * figures.find((f) => f.region === region)!.denominator;
		expect(total).toBeCloseTo(figures[0]!.numerator, 6);
		expect(Math.abs(model!.gap)).toBeLessThan(0.01);
		expect(model!.gap).not.toBe(0);
	});

	it('look at cells without a share, negative counts included, and tell nothing of them', () => {
		const { figures } = country(7, 900);
		const hidden = figure('P0G0', -4, 300);
		const tiny = figure('P0G1', 9, 12);
		const others = figures.filter(({ region }) => region !== 'P0G0' && region !== 'P0G1');
		const [model] = smallAreaModels([...others, hidden, tiny], regions);
		expect(model!.areas).toBe(PROVINCIES * GEMEENTEN - 1);
		expect(model!.rows.map(({ region }) => region)).not.toContain('P0G0');
		expect(model!.hidden.map(({ region }) => region)).toEqual(['P0G0']);
		expect(model!.rows).toHaveLength(PROVINCIES * GEMEENTEN - 2);
	});

	it('trust a figure less the noisier it is', () => {
		const { figures } = country(9);
		const rows = smallAreas(figures, regions);
		const unitsOf = (code: string) => figures.find(({ region }) => region === code)!.denominator;
		const bySize = [...rows].sort((a, b) => unitsOf(a.region) - unitsOf(b.region));
		expect(bySize.at(-1)!.weight).toBeGreaterThan(bySize[0]!.weight + 0.2);
		expect(bySize.at(-1)!.se).toBeLessThan(bySize[0]!.se);
	});

	it('are silent where too few regions tell how regions differ, and about the unknown', () => {
		const few = ['P0', 'P1', 'P2'].map((code) => figure(`${code}G0`, 30, 300));
		expect(smallAreas(few, regions)).toEqual([]);
		expect(smallAreas([], regions)).toEqual([]);
		expect(families([figure('unknown', 30, 300), figure('P0G0', 30, 300, 'unknown')], regions)).toEqual([]);
	});

	it('look around a region without the region itself, and never at the country', () => {
		const [family] = families(
			[
				figure('NL', 3_000, 10_000),
				figure('P0', 200, 1_000),
				figure('P0G0', 50, 400),
				figure('P1G0', 60, 300),
				figure('P2', 31, 300),
				figure('P2G0', 31, 300)
			],
			regions
		);
		expect(family!.around).toEqual([150 / 600, null, null]);
		expect(family!.surroundings).toBe(1);
	});
});
