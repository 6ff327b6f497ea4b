import { Accounts } from './accounts.ts';
import type { Buurten } from './buurten.ts';
import type { Calibration } from './calibration.ts';
import { Debts } from './debts.ts';
import { Year } from './live.ts';
import { municipalMargins, type Margins } from './margins.ts';
import { Places } from './places.ts';
import { Positions, type Climate } from './positions.ts';
import { Random, cumulate } from './random.ts';
import { Settlement } from './settle.ts';
import { marginsIn, type Shock } from './shocks.ts';
import type { Staging } from './staging-layout.ts';
import { Town, type Counters } from './town.ts';
import { writeYear } from './write-year.ts';

/** Years before the first one, lived without being written: so events and low incomes have a history. */
export const BURN_IN = 3;
/** Yearly growth of the population that the chances come to; what is asked for holds at the start of the first year. */
const GROWTH = 1.007;

export interface World {
	readonly first: number;
	readonly last: number;
	readonly seed: number;
	readonly buurten: Buurten;
	readonly places: Places;
	readonly calibration: Calibration;
	/** Logarithm of a factor on incomes, by municipality. */
	readonly incomes: Float64Array;
	readonly climates: ReadonlyMap<number, Climate>;
	/** Of the municipalities, by year. */
	readonly margins: ReadonlyMap<number, readonly Margins[]>;
}

export function makeWorld(
	[first, last]: readonly [number, number],
	seed: number,
	buurten: Buurten,
	calibration: Calibration,
	shocks: readonly Shock[]
): World {
	const climates = new Map<number, Climate>();
	const margins = new Map<number, readonly Margins[]>();
	for (let year = first - BURN_IN; year <= last; year++) {
		margins.set(year, marginsIn(year, shocks));
		climates.set(year, {
			unemployment: calibration.get('unemployment', '', year, 1),
			assistance: calibration.get('assistance', '', year, 1),
			assistanceAfterWork: calibration.get('assistance', 'after_work', year, 1),
			disability: calibration.get('disability', '', year, 1),
			jobs: calibration.get('jobs', '', year, 1)
		});
	}
	return {
		first,
		last,
		seed,
		buurten,
		places: new Places(municipalMargins, buurten),
		calibration,
		incomes: Float64Array.from(municipalMargins, ({ code }) => calibration.get('income_place', code, 0, 0)),
		climates,
		margins
	};
}

/** Numbers that a town may give out, per inhabitant at the start: so each town's numbers are its own, whoever is simulated first. */
const NUMBERS = 3;

/** Simulates the towns `from` up to `to` into the staging tables. */
export async function simulate(
	world: World,
	persons: number,
	staging: Staging,
	progress: (share: number) => void,
	[from, to]: readonly [number, number] = [0, municipalMargins.length]
): Promise<void> {
	const sizes = apportion(persons);
	let before = sizes.slice(0, from).reduce((a, b) => a + b, 0);
	const [start, end] = [before, sizes.slice(0, to).reduce((a, b) => a + b, 0)];
	for (let index = from; index < to; index++) {
		const number = NUMBERS * before + 100 * index;
		simulateTown(index, sizes[index]!, world, staging, { person: number, household: number, address: number });
		before += sizes[index]!;
		progress((before - start) / (end - start));
		// Lets timers and signals through between municipalities.
		await new Promise((resolve) => setImmediate(resolve));
	}
	staging.close();
}

/** Persons per municipality, in proportion to the real ones and adding up exactly. */
export function apportion(persons: number): number[] {
	const cumulative = cumulate(municipalMargins.map(({ population }) => population));
	const total = cumulative.at(-1)!;
	const ends = Array.from(cumulative, (end) => Math.round((persons * end) / total));
	return ends.map((end, i) => end - (ends[i - 1] ?? 0));
}

/** Lives the years of those who start in one municipality. */
function simulateTown(index: number, persons: number, world: World, staging: Staging, counters: Counters): void {
	const { first, last, buurten, places, calibration } = world;
	const random = new Random(world.seed, index);
	const town = new Town(staging, counters, random);
	const start = first - BURN_IN;
	new Settlement(town, index, municipalMargins[index]!, places, start, random).settle(
		Math.max(1, Math.round(persons / GROWTH ** BURN_IN))
	);
	for (let year = start; year <= last; year++) {
		new Year(town, year, places, random).run();
		const positions = new Positions(town, year, world.margins.get(year)!, world.climates.get(year)!, random);
		const debts = new Debts(town, year, world.margins.get(year)!, buurten, calibration, random);
		const accounts = new Accounts(year, buurten, world.incomes, calibration, random);
		const writers = staging.years.get(year);
		for (const household of town.households) {
			positions.live(household);
			if (year === start) debts.start(household);
			else debts.live(household);
			const account = accounts.settle(household);
			if (writers !== undefined) writeYear(household, account, year, writers);
			follow(household.past, account.low);
			follow(household.pastMinimum, account.minimum);
		}
	}
	town.finish();
}

/** Adds the latest of three years, and forgets the first. */
function follow(years: [number, number, number], latest: number): void {
	years[0] = years[1];
	years[1] = years[2];
	years[2] = latest;
}
