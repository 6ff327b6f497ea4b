import type { Frequency } from '../../analytics/early-warning/panel.ts';
import { normalQuantile } from '../../analytics/early-warning/statistics/normal.ts';
import { Random } from '../../analytics/early-warning/statistics/random.ts';
import { structural } from '../../analytics/early-warning/structural/structural.ts';
import type { StructuralInput } from '../../analytics/early-warning/structural/types.ts';

/** How a series of a country or a province is invented. */
export interface SingleSeries {
	readonly freq: Frequency;
	/** Periods before the first told one, and told ones. */
	readonly before: number;
	readonly told: number;
	/** Relative: drift of the level in a year, and what a period is off by, beyond chance in its count. */
	readonly drift: number;
	readonly irregular: number;
	readonly series: number;
}

export const structuralWorlds: readonly (SingleSeries & { readonly what: string })[] = [
	{ what: '9 years, little scatter', freq: 1, before: 9, told: 3, drift: 0.02, irregular: 0.02, series: 400 },
	{ what: '9 years, much scatter', freq: 1, before: 9, told: 3, drift: 0.02, irregular: 0.04, series: 400 },
	{ what: '5 years, much scatter', freq: 1, before: 5, told: 3, drift: 0.02, irregular: 0.04, series: 400 },
	{ what: '9 years, much drift', freq: 1, before: 9, told: 3, drift: 0.06, irregular: 0.02, series: 400 },
	{ what: '24 quarters, much scatter', freq: 4, before: 24, told: 8, drift: 0.02, irregular: 0.04, series: 100 }
];

const FIRST_SEED = 20_290_000;
const UNITS = 2_000_000;
const SIGMA = 30;
const SHARE = 0.01;
const SEASON = 0.1;
/** Standard deviation, between series, of the growth in a year. */
const GROWTH = 0.02;
const RISE = 1.25;
/** An event is called one above this probability. */
const SURE = 0.9;
const Z95 = normalQuantile(0.975);

function invent(world: SingleSeries, rise: number, random: Random): { input: StructuralInput; share: number[] } {
	const { freq, before, told, drift, irregular } = world;
	const periods = before + told;
	const growth = (GROWTH * random.normal()) / freq;
	let log = Math.log(SHARE);
	const share = Array.from({ length: periods }, (_, t) => {
		log += growth + (drift / Math.sqrt(freq)) * random.normal();
		return Math.exp(log) * (t > before ? rise : 1);
	});
	const count = Float64Array.from(share, (value, t) => {
		const season = freq === 1 ? 0 : SEASON * Math.cos((2 * Math.PI * t) / freq);
		const mean = UNITS * value * Math.exp(season + irregular * random.normal());
		return Math.round(mean + Math.hypot(Math.sqrt(mean), SIGMA) * random.normal());
	});
	const column = (value: number) => new Float64Array(periods).fill(value);
	const known = { sigma: column(SIGMA), exposure: column(UNITS), exposureSigma: column(SIGMA) };
	return { input: { count, ...known, freq, breaks: new Set(), from: before }, share };
}

export interface SingleSeriesResults {
	/** How often 95 % intervals hold the true level and yearly rise, and false events per 1,000 periods, when nothing happens. */
	readonly level: number;
	readonly rise: number;
	readonly falsePerThousand: number;
	/** Part of the rises of a quarter, from the second told period on, that are found within a year. */
	readonly found: number;
}

export function structuralResults(world: SingleSeries): SingleSeriesResults {
	const { freq, before, series } = world;
	const seeds = Array.from({ length: series }, (_, k) => FIRST_SEED + k);
	const quiet = seeds.flatMap((seed) => {
		const { input, share } = invent(world, 1, new Random(seed));
		return structural(input).map(({ estimate, estimateSd, rise, riseSd, pEvent }, k) => {
			const real = share[before + k]!;
			return {
				level: Math.abs(estimate - real) <= Z95 * estimateSd,
				rise: Math.abs(real / share[before + k - freq]! - 1 - rise!) <= Z95 * riseSd!,
				event: pEvent > SURE
			};
		});
	});
	const found = seeds.filter((seed) => {
		const { input } = invent(world, RISE, new Random(seed));
		return structural(input)
			.slice(1, 1 + freq)
			.some(({ pEvent }) => pEvent > SURE);
	});
	const part = (is: (one: (typeof quiet)[number]) => boolean) => quiet.filter(is).length / quiet.length;
	return {
		level: part((one) => one.level),
		rise: part((one) => one.rise),
		falsePerThousand: 1000 * part((one) => one.event),
		found: found.length / series
	};
}
