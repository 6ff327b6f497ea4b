import { normalQuantile } from '../../statistics/normal.ts';
import { Random } from '../../statistics/random.ts';
import type { SignalsInput } from '../../series/input.ts';
import type { Truth } from '../truth.ts';
import * as constant from './kinds.ts';
import { SERIES, worldKinds, type KindName, type WorldKind } from './kinds.ts';

export interface World {
	readonly input: SignalsInput;
	readonly truth: Truth;
}

/** What may differ from the kind's own. */
export interface WorldOptions {
	/** Full effect of an event, 0.25 = 25 % up; 0 for a world without events. */
	readonly effect?: number;
	readonly sigma?: number;
}

/**
 * Invents a world of a kind: noisy counts of municipalities with their truth. The nation has a season, a trend, a drift and a
 * shock, which must raise no regional signal; every series has a level that drifts and a season of its own; one in ten has an
 * event after the training periods. The same seed makes the same world.
 */
export function world(name: KindName, seed: number, { effect = constant.EFFECT, sigma }: WorldOptions = {}): World {
	const kind: WorldKind = { ...worldKinds[name], ...(sigma === undefined ? {} : { sigma }) };
	const random = new Random(seed);
	const rates = nationalRates(kind, random);
	const onsets = eventOnsets(kind, effect, random);
	const exposure = Array.from({ length: SERIES }, (_, i) => Math.round(size(i) * kind.share));
	const relative_level = toNation(
		exposure.map((_, i) => levels(kind, effect, onsets.get(i), random)),
		exposure
	);
	const noisy_count = relative_level.map((level, i) => counts(kind, level, rates, exposure[i]!, random));
	const events = [...onsets].sort(([a], [b]) => a - b);
	const id = `${name}-${seed}`;
	const { freq, train } = kind;
	return {
		input: { id, freq, train, exposure, noisy_count, sigma: kind.sigma, exposure_sigma: 0, breaks: [] },
		truth: { event_series0: events.map(([i]) => i), onset0: events.map(([, onset]) => onset), relative_level }
	};
}

/**
 * A break in supply: from a period on, every fifth series up to `affected` of them counts a quarter more, because a new
 * supplier delivers. Levels are told as they are without it.
 */
export function withSupplyBreak({ input, truth }: World, period: number, affected: number, declared: boolean): World {
	const broken = new Set(Array.from({ length: affected }, (_, k) => (5 * k) % SERIES));
	const noisy_count = input.noisy_count.map((row, i) =>
		row.map((value, t) => (value !== null && broken.has(i) && t >= period ? Math.round(1.25 * value) : value))
	);
	const breaks = declared ? [...broken].map((series) => ({ series, period })) : [];
	return { input: { ...input, noisy_count, breaks }, truth };
}

/** Months in a period. */
function months({ freq }: WorldKind): number {
	return 12 / freq;
}

function size(i: number): number {
	return constant.MEDIAN_SIZE * Math.exp(constant.SIZE_SPREAD * normalQuantile((i + 0.5) / SERIES));
}

function season(t: number, freq: number, cosine: number, sine: number): number {
	const angle = (2 * Math.PI * t) / freq;
	return cosine * Math.cos(angle) + sine * Math.sin(angle);
}

/** Expected count of a unit in each period, in the nation. */
function nationalRates(kind: WorldKind, random: Random): number[] {
	const span = months(kind);
	const shock = Math.round(constant.SHOCK_AT * kind.periods);
	let log = Math.log(constant.RATE * span);
	return Array.from({ length: kind.periods }, (_, t) => {
		if (t > 0) log += constant.NATIONAL_TREND * span + constant.NATIONAL_DRIFT * Math.sqrt(span) * random.normal();
		const jump = t >= shock ? 1 + constant.NATIONAL_SHOCK : 1;
		return Math.exp(log) * jump * (1 + season(t, kind.freq, constant.NATIONAL_SEASON, 0));
	});
}

/** Series with an event and its first period: after training, and so that most of a year follows. */
function eventOnsets({ train, periods, freq }: WorldKind, effect: number, random: Random): Map<number, number> {
	const onsets = new Map<number, number>();
	const wanted = effect > 0 ? Math.floor(constant.EVENT_SHARE * SERIES) : 0;
	const last = periods - (3 * freq) / 4;
	while (onsets.size < wanted) {
		const series = random.below(SERIES);
		if (!onsets.has(series)) onsets.set(series, train + random.below(last - train));
	}
	return onsets;
}

function levels(kind: WorldKind, effect: number, onset: number | undefined, random: Random): number[] {
	const spread = kind.driftSpread;
	const drift = constant.DRIFT * Math.sqrt(months(kind)) * Math.exp(spread * random.normal() - spread ** 2 / 2);
	let level = Math.exp(constant.LEVEL_SPREAD * random.normal() - constant.LEVEL_SPREAD ** 2 / 2);
	return Array.from({ length: kind.periods }, (_, t) => {
		if (t > 0) level *= Math.exp(drift * random.normal());
		const begun = onset === undefined ? 0 : Math.max(0, t - onset + 1);
		return level * (1 + effect * Math.min(1, begun / (kind.freq / 2)));
	});
}

/** Levels as ratios to the nation's: their mean, weighed by exposure, is 1 in every period. */
function toNation(levels: readonly (readonly number[])[], exposure: readonly number[]): number[][] {
	const total = exposure.reduce((a, b) => a + b, 0);
	const nation = levels[0]!.map((_, t) => levels.reduce((sum, row, i) => sum + row[t]! * exposure[i]!, 0) / total);
	return levels.map((row) => row.map((value, t) => value / nation[t]!));
}

function counts(
	kind: WorldKind,
	level: readonly number[],
	rates: readonly number[],
	exposure: number,
	random: Random
): (number | null)[] {
	const [cosine, sine] = [random, random].map((one) => constant.SEASON_SPREAD * one.normal());
	return level.map((value, t) => {
		const mean = exposure * rates[t]! * Math.max(0, value + season(t, kind.freq, cosine!, sine!));
		const count = random.count(mean, constant.DISPERSION) + Math.round(kind.sigma * random.normal());
		return random.uniform() < kind.missing ? null : count;
	});
}
