import { describe, expect, it } from 'vitest';
import type { Figure } from '../../contract/figure.ts';
import type { Regions } from '../panel.ts';
import { smallAreas } from '../small-areas/small-areas.ts';
import { Random } from '../statistics/random.ts';
import { outreachPlan } from './plan.ts';
import { reachOf } from './reach.ts';
import type { Target } from './target.ts';

const AREAS = 400;
const WORLDS = 100;
const RESPONSE = 0.3;
const SIGMA = 6;

const regions: Regions = {
	root: 'NL',
	parentOf: (code) => (code === 'NL' ? null : 'NL'),
	levelOf: (code) => (code === 'NL' ? 'land' : 'buurt')
};

interface World {
	readonly figures: Figure[];
	/** Risk of need of whoever lives there, by region: what is left when a plan is carried out later than its figures. */
	readonly truth: ReadonlyMap<string, number>;
}

/** Neighbourhoods of 60 to 500 households, 9 % in need on average, counted with noise. */
function world(seed: number): World {
	const random = new Random(seed);
	const truth = new Map<string, number>();
	const figures = Array.from({ length: AREAS }, (_, i) => {
		const region = `BU${i}`;
		const units = 60 + random.below(440);
		const risk = Math.min(0.3, Math.max(0.01, 0.09 + 0.03 * random.normal()));
		const count = Array.from({ length: units }, () => random.uniform()).filter((u) => u < risk).length;
		truth.set(region, risk);
		const numerator = count + Math.round(SIGMA * random.normal());
		const own = { numerator, numeratorSe: SIGMA, denominator: units, denominatorSe: 0 };
		const share = numerator / units;
		const none = { attribute: '', code: '', lower: null, upper: null, reliability: 'C' as const };
		return { indicator: 'debts', region, ...none, ...own, share, shareSe: SIGMA / units };
	});
	return { figures, truth };
}

/** A plan that approaches a tenth of all households, with these shares. */
function planned(figures: readonly Figure[], shares: ReadonlyMap<string, { share: number; se: number }>) {
	const targets: Target[] = figures.map(({ region, denominator: units }) => {
		return { region, attribute: '', code: '', units, ...shares.get(region)!, group: 0 };
	});
	const hours = Math.floor(targets.reduce((sum, { units }) => sum + units, 0) / 10);
	const channels = [{ name: 'letter' as const, hours: 1, response: RESPONSE, most: null }];
	return outreachPlan({ targets, groups: 1, capacity: { hours, channels }, fair: false, learn: 0, seed: 1 })!;
}

const runs = Array.from({ length: WORLDS }, (_, seed) => {
	const { figures, truth } = world(seed);
	const raw = new Map(figures.map(({ region, share, shareSe }) => [region, { share: share!, se: shareSe! }]));
	const model = new Map(
		smallAreas(figures, regions).map(({ region, estimate, se }) => [region, { share: estimate, se }])
	);
	const told = (shares: typeof raw) => {
		const { approaches, reach } = planned(figures, shares);
		const real = approaches.map((a) => ({ ...a, target: { ...a.target, share: truth.get(a.target.region)! } }));
		return { promised: reach.mean, sd: reach.sd, realised: reachOf(real).mean };
	};
	return { raw: told(raw), model: told(model) };
});

const sum = (of: (run: (typeof runs)[number]) => number) => runs.reduce((total, run) => total + of(run), 0);

describe(`over ${WORLDS} invented worlds`, () => {
	// The promise of one world is off by some 3 %, so the mean of 100 by .3 %. Over 200 worlds it was 1.0 % too high: regions that
	// stand out most are shrunk a little too little, as how much regions differ is itself estimated.
	it('promises within 2 % of what comes true, where raw shares promise far too much', () => {
		const excess = (kind: 'raw' | 'model') => sum((r) => r[kind].promised) / sum((r) => r[kind].realised) - 1;
		expect(Math.abs(excess('model'))).toBeLessThan(0.02);
		expect(excess('raw')).toBeGreaterThan(0.15);
	});

	it('reaches more than a choice by raw shares', () => {
		expect(sum((r) => r.model.realised)).toBeGreaterThan(1.02 * sum((r) => r.raw.realised));
	});

	// Who answers is drawn from the true shares; at 95 %, 85 or fewer of 100 within has probability 1e-4 (binomial).
	it('gives an interval that holds what is reached', () => {
		const random = new Random(5);
		const within = runs.filter(({ model }) => {
			const answered = model.realised + Math.sqrt(model.realised) * random.normal();
			return Math.abs(answered - model.promised) <= 1.96 * model.sd;
		});
		expect(within.length).toBeGreaterThan(85);
	});
});
