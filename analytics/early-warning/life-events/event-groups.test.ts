import { describe, expect, it } from 'vitest';
import type { EventGroupFigure, EventGroupRow } from '../../contract/early-warning.ts';
import type { Figure } from '../../contract/figure.ts';
import type { Regions } from '../panel.ts';
import { outreachPlan } from '../outreach/plan.ts';
import { reachOf } from '../outreach/reach.ts';
import type { Target } from '../outreach/target.ts';
import { Random } from '../statistics/random.ts';
import { eventGroups } from './event-groups.ts';

const regions: Regions = {
	root: 'NL',
	parentOf: (code) => (code === 'NL' ? null : 'NL'),
	levelOf: (code) => (code === 'NL' ? 'land' : 'gemeente')
};
/** Ages, their part of the units after the event, and the nation's share in need at that age. */
const AGES = { young: [0.5, 0.24], middle: [0.3, 0.14], old: [0.2, 0.05] } as const;
type Age = keyof typeof AGES;

interface Count {
	readonly region: string;
	readonly code: Age;
	readonly numerator: number;
	readonly denominator: number;
}

/** As the release rule has it: ten units on either side, and a number of units of three times its noise. */
function figureOf({ region, code, numerator, denominator }: Count, sigma: number): EventGroupFigure {
	const noise = { numeratorSe: sigma, denominatorSe: Math.SQRT2 * sigma };
	const isTold = numerator >= 10 && denominator - numerator >= 10 && denominator >= 3 * noise.denominatorSe;
	const share = isTold ? numerator / denominator : null;
	return {
		...{ indicator: 'debts', region, attribute: 'age', code, event: 'event_job_loss', since: '0-11' },
		// The noise of the units is that of the two sides together, so that it has one side in common with the numerator.
		...{ numerator, denominator, ...noise, covariance: sigma ** 2, share, shareSe: share && 0.01 },
		...{ lower: null, upper: null, reliability: 'C' }
	};
}

function totalOf(region: string, numerator: number, denominator: number): Figure {
	return {
		...{
			indicator: 'debts',
			region,
			attribute: '',
			code: '',
			numerator,
			numeratorSe: 5,
			denominator,
			denominatorSe: 5
		},
		...{ share: numerator / denominator, shareSe: 0.001, lower: null, upper: null, reliability: 'A' }
	};
}

interface World {
	readonly figures: readonly EventGroupFigure[];
	readonly totals: readonly Figure[];
	/** By region and age: units, and their risk. */
	readonly truth: ReadonlyMap<string, { readonly units: number; readonly risk: number }>;
}

/** 120 gemeenten of 2,000 to 80,000 households, of whom 3 % met the event; counted with noise of a standard deviation of 25. */
function world(seed: number, sigma = 25): World {
	const random = new Random(seed);
	const truth = new Map<string, { units: number; risk: number }>();
	const counts: Count[] = [];
	const totals: Figure[] = [];
	for (let r = 0; r < 120; r++) {
		const region = `GM${r}`;
		const households = Math.round(2_000 * 40 ** random.uniform());
		const standing = Math.exp(0.25 * random.normal());
		totals.push(totalOf(region, 0.09 * standing * households, households));
		for (const code of Object.keys(AGES) as Age[]) {
			const units = Math.round(0.03 * households * AGES[code][0] * Math.exp(0.2 * random.normal()));
			const risk = Math.min(0.6, AGES[code][1] * standing * Math.exp(0.25 * random.normal()));
			truth.set(`${region} ${code}`, { units, risk });
			const inNeed = Array.from({ length: units }, () => random.uniform()).filter((u) => u < risk).length;
			const [yes, no] = [inNeed + sigma * random.normal(), units - inNeed + sigma * random.normal()];
			counts.push({ region, code, numerator: yes, denominator: yes + no });
		}
	}
	const nation = (Object.keys(AGES) as Age[]).map((code): Count => {
		const own = counts.filter((count) => count.code === code);
		const sum = (of: (count: Count) => number) => own.reduce((total, count) => total + of(count), 0);
		return { region: 'NL', code, numerator: sum((c) => c.numerator), denominator: sum((c) => c.denominator) };
	});
	const all = (of: (figure: Figure) => number) => totals.reduce((sum, figure) => sum + of(figure), 0);
	return {
		figures: [...nation, ...counts].map((count) =>
			figureOf(count, count.region === 'NL' ? sigma * Math.sqrt(120) : sigma)
		),
		totals: [
			totalOf(
				'NL',
				all((f) => f.numerator),
				all((f) => f.denominator)
			),
			...totals
		],
		truth
	};
}

const WORLDS = 60;
const worlds = Array.from({ length: WORLDS }, (_, seed) => {
	const { figures, totals, truth } = world(seed + 1);
	const rows = eventGroups(figures, totals, regions).filter(({ region }) => region !== 'NL');
	return { rows, truth };
});

describe(`over ${WORLDS} invented worlds`, () => {
	const cells = worlds.flatMap(({ rows, truth }) =>
		rows.map((row) => ({ row, own: truth.get(`${row.region} ${row.code}`)! }))
	);
	const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + of(cell), 0);

	it('is nearer to the risk than the cell by itself, by far', () => {
		const model = sum(({ row, own }) => (row.estimate - own.risk) ** 2);
		const raw = sum(({ row, own }) => (row.numerator / row.denominator - own.risk) ** 2);
		expect(model).toBeLessThan(0.5 * raw);
	});

	// Some 9,000 cells, not independent within a world: a mean of .95 gives or takes .01 or so.
	it('states how sure it is', () => {
		const within = sum(({ row, own }) => (Math.abs(row.estimate - own.risk) <= 1.96 * row.se ? 1 : 0)) / cells.length;
		expect(within).toBeGreaterThan(0.92);
		expect(within).toBeLessThan(0.98);
		// Of cells that say little by themselves, the error is mostly that of what is expected.
		const leaning = cells.filter(({ row }) => row.weight < 0.02);
		const held = leaning.filter(({ row, own }) => Math.abs(row.estimate - own.risk) <= 1.96 * row.se);
		expect(leaning.length).toBeGreaterThan(500);
		expect(held.length / leaning.length).toBeGreaterThan(0.85);
	});

	it('does not overstate how many there are where noise decided that they are told', () => {
		const excess = (of: (row: EventGroupRow) => number, part: typeof cells) =>
			part.reduce((total, { row }) => total + of(row), 0) / part.reduce((total, { own }) => total + own.units, 0) - 1;
		expect(Math.abs(excess(({ units }) => units, cells))).toBeLessThan(0.02);
		// Where noise seems to have added units, the count is too high and what is expected is not.
		const raised = cells.filter(({ row }) => row.denominator - row.units > 0.5 * row.denominatorSe);
		expect(raised.length).toBeGreaterThan(500);
		expect(excess(({ denominator }) => denominator, raised)).toBeGreaterThan(0.1);
		expect(Math.abs(excess(({ units }) => units, raised))).toBeLessThan(0.03);
	});

	// Over 240 worlds it was 1.7 % too high: .4 % too low by the shares, and 2.1 % are addresses that turn out not to be there.
	it('promises within 2 % of what comes true in a plan, where measured shares promise far too much', () => {
		const channels = [{ name: 'letter' as const, hours: 1, response: 0.3, most: null }];
		const excess = (of: (row: (typeof cells)[number]['row']) => Pick<Target, 'units' | 'share' | 'se'>) => {
			let [promised, realised] = [0, 0];
			for (const { rows, truth } of worlds) {
				const targets = rows.map((row): Target => ({
					region: row.region,
					attribute: 'age',
					code: row.code,
					...of(row),
					group: 0
				}));
				const asked = { targets, groups: 1, capacity: { hours: 1_000, channels }, fair: false, learn: 0, seed: 1 };
				const { approaches, reach } = outreachPlan(asked)!;
				promised += reach.mean;
				// No more addresses than there are, each with the risk that it has.
				realised += reachOf(
					approaches.map(({ target, channel, contacts }) => {
						const own = truth.get(`${target.region} ${target.code}`)!;
						return { channel, target: { ...target, share: own.risk }, contacts: Math.min(contacts, own.units) };
					})
				).mean;
			}
			return promised / realised - 1;
		};
		const model = excess(({ units, estimate, se }) => ({ units, share: estimate, se }));
		const raw = excess(({ numerator, denominator, se }) => ({
			units: denominator,
			share: numerator / denominator,
			se
		}));
		expect(raw).toBeGreaterThan(0.1);
		expect(Math.abs(model)).toBeLessThan(0.02);
	});
});

it('tells only what may be told, adds up to what was counted, and keeps the measured counts', () => {
	const { figures, totals } = world(1, 5);
	const rows = eventGroups(figures, totals, regions);
	const told = new Set(figures.filter(({ share }) => share !== null).map(({ region, code }) => `${region} ${code}`));
	expect(rows.length).toBeGreaterThan(100);
	expect(rows.every(({ region, code }) => told.has(`${region} ${code}`))).toBe(true);
	const [row] = rows.filter(({ region }) => region === 'GM3');
	const figure = figures.find(({ region, code }) => region === 'GM3' && code === row!.code)!;
	expect(row).toMatchObject({ numerator: figure.numerator, denominatorSe: figure.denominatorSe, since: '0-11' });
	const sum = (of: (one: (typeof rows)[number]) => number) =>
		rows.filter(({ region }) => region !== 'NL').reduce((total, one) => total + of(one), 0);
	// Nearly all cells are told with so little noise.
	expect(sum(({ estimate, denominator }) => estimate * denominator) / sum(({ numerator }) => numerator)).toBeCloseTo(
		1,
		1
	);
});

it('lets levels of few cells speak for themselves, and the nation where it has few', () => {
	const { figures, totals } = world(1, 5);
	const nation = eventGroups(figures, totals, regions).filter(({ region }) => region === 'NL');
	expect(nation).toHaveLength(3);
	for (const { numerator, denominator, estimate, units, weight } of nation) {
		expect([units, weight]).toEqual([denominator, 1]);
		expect(estimate).toBeCloseTo(numerator / denominator, 12);
	}
	const few = figures.filter(({ region }) => ['NL', 'GM1', 'GM2'].includes(region));
	for (const { numerator, denominator, estimate, weight } of eventGroups(few, totals, regions)) {
		expect(weight).toBe(1);
		expect(estimate).toBeCloseTo(numerator / denominator, 12);
	}
});

it('expects of a rare group after a rare event, in the nation, what both would give together', () => {
	const { totals } = world(1);
	const events = ['event_child', 'event_job_loss', 'event_separation', 'event_study'];
	const risk = (event: string, code: Age) => AGES[code][1] * (1 + events.indexOf(event));
	const figures = events.flatMap((event) =>
		(Object.keys(AGES) as Age[]).map((code): EventGroupFigure => {
			const isRare = event === 'event_study' && code === 'old';
			const units = isRare ? 900 : 90_000;
			// The rare one was counted at three times its risk.
			const numerator = (isRare ? 3 : 1) * risk(event, code) * units;
			return { ...figureOf({ region: 'NL', code, numerator, denominator: units }, 200), event };
		})
	);
	const margin = (attribute: string, code: string, share: number): Figure => ({
		...totalOf('NL', share * 1e5, 1e5),
		...{ attribute, code }
	});
	const margins = [
		...events.map((event) => margin(event, '0-11', risk(event, 'middle'))),
		...(Object.keys(AGES) as Age[]).map((code) => margin('age', code, (0.09 * AGES[code][1]) / AGES.middle[1]))
	];
	const nation = eventGroups(figures, [...totals.map((one) => ({ ...one, share: 0.09 })), ...margins], regions);
	const rare = nation.find(({ event, code }) => event === 'event_study' && code === 'old')!;
	expect(rare.numerator / rare.denominator).toBeCloseTo(0.6, 6);
	expect(rare.estimate).toBeGreaterThan(0.15);
	expect(rare.estimate).toBeLessThan(0.25);
	expect(rare.weight).toBeLessThan(0.2);
	const common = nation.find(({ event, code }) => event === 'event_child' && code === 'young')!;
	expect(common.estimate).toBeCloseTo(0.24, 2);
});

it('tells nothing where the nation is too small to expect anything', () => {
	const { figures, totals } = world(1);
	const without = figures.filter(({ region }) => region !== 'NL');
	expect(eventGroups(without, totals, regions)).toEqual([]);
	expect(eventGroups([], totals, regions)).toEqual([]);
});
