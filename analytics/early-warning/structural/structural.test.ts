import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Frequency } from '../panel.ts';
import { Random } from '../statistics/random.ts';
import { fitVariances, logLikelihood } from './fit.ts';
import { structural } from './structural.ts';
import type { StructuralInput } from './types.ts';

const UNITS = 2_000_000;
const SIGMA = 30;

interface World {
	readonly freq: Frequency;
	readonly periods: number;
	readonly from: number;
	readonly share?: number;
	/** Factor on the share at a period. */
	readonly event?: (t: number) => number;
	/** Standard deviation of the level's drift in a year. */
	readonly drift?: number;
	/** What a period is off by, relative. */
	readonly irregular?: number;
}

/** A series with season, drift, chance and noise, and its true season-free shares. */
function simulate(world: World, random: Random): { input: StructuralInput; share: number[] } {
	const { freq, periods, from, share: start = 0.01, event = () => 1, drift = 0.02, irregular = 0 } = world;
	let log = Math.log(start);
	const share = Array.from({ length: periods }, (_, t) => {
		log += (drift / Math.sqrt(freq)) * random.normal();
		return Math.exp(log) * event(t);
	});
	const season = (t: number) => (freq === 1 ? 1 : Math.exp(0.1 * Math.cos((2 * Math.PI * t) / freq)));
	const count = Float64Array.from(share, (value, t) => {
		const mean = UNITS * value * season(t) * Math.exp(irregular * random.normal());
		return Math.round(mean + Math.sqrt(mean) * random.normal() + SIGMA * random.normal());
	});
	const column = (value: number) => new Float64Array(periods).fill(value);
	const input = { count, sigma: column(SIGMA), exposure: column(UNITS), exposureSigma: column(SIGMA) };
	return { input: { ...input, freq, breaks: new Set(), from }, share };
}

const quarters: World = { freq: 4, periods: 28, from: 20 };
const jump = (at: number) => (t: number) => (t >= at ? 1.25 : 1);

function numbersOf(told: object): number[] {
	return Object.values(told).flatMap((value) => (value as number | number[] | null) ?? []);
}

describe('a quarterly series', () => {
	it('shows a rise of a quarter at once, with its onset and size', () => {
		const { input } = simulate({ ...quarters, event: jump(25) }, new Random(1));
		const told = structural(input);
		expect(told).toHaveLength(8);
		expect(told[4]!.pEvent).toBeLessThan(0.2);
		expect(told[6]!.pEvent).toBeGreaterThan(0.95);
		// In the seventh told period the rise began two periods ago.
		expect(told[6]!.onset[1]).toBe(Math.max(...told[6]!.onset));
		expect(told[6]!.onset.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
		expect(told[7]!.rise!).toBeGreaterThan(0.15);
		expect(told[7]!.rise!).toBeLessThan(0.35);
		expect(told[7]!.pRise10!).toBeGreaterThan(0.95);
	});

	it('tells a period from that period and those before it', () => {
		const { input } = simulate({ ...quarters, event: jump(25) }, new Random(1));
		const until = (end: number) => ({
			...input,
			...Object.fromEntries(
				(['count', 'sigma', 'exposure', 'exposureSigma'] as const).map((key) => [key, input[key].slice(0, end)])
			)
		});
		expect(structural(until(24))).toEqual(structural(input).slice(0, 4));
		// A later share near zero has no logarithm: it is told otherwise, and what was told before stays.
		const sunk = { ...input, count: input.count.map((value, t) => (t === 26 ? -50 : value)) };
		expect(structural(sunk).slice(0, 6)).toEqual(structural(input).slice(0, 6));
		expect(numbersOf(structural(sunk)[6]!).every(Number.isFinite)).toBe(true);
		expect(structural(sunk)[6]!.rise!).toBeLessThan(0);
	});

	it('fits the variances on the periods before `fitTo`', () => {
		const { input } = simulate(quarters, new Random(9));
		const [late, early, long] = [{ from: 24 }, { from: 20 }, { from: 20, fitTo: 24 }].map((when) =>
			structural({ ...input, ...when }).slice(-4)
		);
		long!.forEach((one, k) => expect(one.estimateSd).toBeCloseTo(late![k]!.estimateSd, 8));
		expect(early![0]!.estimateSd).not.toBeCloseTo(late![0]!.estimateSd, 8);
	});

	it('takes a fall for no event', () => {
		const { input } = simulate({ ...quarters, event: (t) => (t >= 25 ? 0.75 : 1) }, new Random(2));
		expect(structural(input)[6]!.pEvent).toBeLessThan(0.01);
	});

	it('predicts a missing period, less surely, and no number is missing', () => {
		const { input } = simulate(quarters, new Random(3));
		const gap = { ...input, count: input.count.map((value, t) => (t === 26 ? NaN : value)) };
		const [seen, missed] = [structural(input)[6]!, structural(gap)[6]!];
		expect(missed.estimateSd).toBeGreaterThan(seen.estimateSd);
		expect(Math.abs(missed.estimate / seen.estimate - 1)).toBeLessThan(0.1);
		expect(numbersOf(missed).every(Number.isFinite)).toBe(true);
		// Noise of unknown size says as little as no figure.
		expect(structural({ ...input, sigma: input.sigma.map((s, t) => (t === 26 ? NaN : s)) })[6]).toEqual(missed);
	});

	it('suspects no event at a declared break, and compares nothing across it', () => {
		const { input } = simulate({ ...quarters, event: jump(25) }, new Random(1));
		const told = structural({ ...input, breaks: new Set([25]) });
		expect(Math.max(...told.map((one) => one.pEvent))).toBeLessThan(0.2);
		expect(told.map((one) => one.rise === null)).toEqual([false, false, false, false, false, true, true, true]);
		expect(told[5]!.riseSd).toBeNull();
		expect(told[5]!.pRise10).toBeNull();
	});

	it('is not touched by a break outside the series', () => {
		const { input } = simulate(quarters, new Random(4));
		expect(structural({ ...input, breaks: new Set([-1, 28, 90]) })).toEqual(structural(input));
	});

	it('says what it could have seen: little where the noise is large', () => {
		const { input } = simulate(quarters, new Random(5));
		const small = structural(input).at(-1)!.detectable!;
		const large = structural({ ...input, sigma: input.sigma.map(() => 3_000) }).at(-1)!.detectable!;
		expect(small).toBeLessThan(0.3);
		expect(large).toBeGreaterThan(1.5 * small);
	});

	it('takes counts that noise made negative as they are', () => {
		const { input, share } = simulate({ ...quarters, share: 1e-5, drift: 0 }, new Random(6));
		expect(input.count.some((value) => value < 0)).toBe(true);
		const told = structural(input);
		expect(told).toHaveLength(8);
		for (const [k, one] of told.entries()) {
			expect(numbersOf(one).every(Number.isFinite)).toBe(true);
			expect(Math.abs(one.estimate - share[20 + k]!)).toBeLessThan(4 * one.estimateSd);
			expect(one.pEvent).toBeLessThan(0.5);
			expect(one.detectable!).toBeGreaterThan(0.5);
		}
	});
});

describe('a series that cannot be judged', () => {
	const { input } = simulate(quarters, new Random(7));
	const unjudged: Record<string, StructuralInput> = {
		'too short': { ...input, from: 11 },
		'too much of it missing': { ...input, count: input.count.map((value, t) => (t % 2 === 0 ? value : NaN)) },
		'all missing': { ...input, count: input.count.map(() => NaN) },
		'no units': { ...input, exposure: input.exposure.map(() => 0) },
		'counts that add up to nothing': { ...input, count: input.count.map((_, t) => (t % 2 === 0 ? 40 : -41)) }
	};

	it.each(Object.entries(unjudged))('%s', (_, one) => {
		expect(structural(one)).toEqual([]);
	});

	it('is one whose season was never seen whole', () => {
		const { input: years } = simulate({ ...quarters, periods: 60, from: 52 }, new Random(8));
		const halves = years.count.map((value, t) => (t % 4 < 2 ? value : NaN));
		expect(structural({ ...years, count: halves })).toEqual([]);
	});
});

describe('over many series', () => {
	/** Told periods of series without an event, with their true shares and rises: 10 by month, 40 by quarter, 40 by year. */
	const told = ([12, 4, 1] as const).flatMap((freq) => {
		const from = freq === 1 ? 6 : 4 * freq;
		const series = freq === 12 ? 10 : 40;
		return Array.from({ length: series }, (_, seed) => {
			const { input, share } = simulate({ freq, periods: from + 4, from }, new Random(100 * freq + seed));
			return structural(input).map((one, k) => {
				const now = share[from + k]!;
				return { one, share: now, rise: now / share[from + k - freq]! - 1 };
			});
		}).flat();
	});

	// A true rate of 4 in 1,000, the highest measured in the worlds that the prior was chosen on, fails in fewer than 1 in 1,000 seeds.
	it('calls almost nothing an event when nothing happens', () => {
		expect(told).toHaveLength(360);
		expect(told.filter(({ one }) => one.pEvent > 0.9).length).toBeLessThanOrEqual(7);
	});

	// Periods of one series go together, as 90 series would: 3 standard errors of a coverage of .95 are .07.
	it('has 95 % intervals that hold', () => {
		const held = told.filter(({ one, share }) => Math.abs(one.estimate - share) < 1.96 * one.estimateSd).length;
		expect(held / told.length).toBeGreaterThan(0.88);
		const risen = told.filter(({ one, rise }) => Math.abs(one.rise! - rise) < 1.96 * one.riseSd!).length;
		expect(risen / told.length).toBeGreaterThan(0.88);
	});

	// Measured: .91 and .97, by the likeliest variances alone .76 and .83. Three periods of one series go together, as 100 would:
	// a true coverage of .91 comes below .82 in 1 of 1,000 seeds.
	it('has intervals that hold in years that scatter more than is expected', () => {
		const years = Array.from({ length: 100 }, (_, seed) => {
			const world: World = { freq: 1, periods: 12, from: 9, irregular: 0.04 };
			const { input, share } = simulate(world, new Random(700 + seed));
			return structural(input).map((one, k) => ({
				one,
				share: share[9 + k]!,
				rise: share[9 + k]! / share[8 + k]! - 1
			}));
		}).flat();
		const levels = years.filter(({ one, share }) => Math.abs(one.estimate - share) < 1.96 * one.estimateSd);
		expect(levels.length / years.length).toBeGreaterThan(0.82);
		const rises = years.filter(({ one, rise }) => Math.abs(one.rise! - rise) < 1.96 * one.riseSd!);
		expect(rises.length / years.length).toBeGreaterThan(0.9);
	});

	it('finds a rise of a quarter within a year, in yearly figures too', () => {
		const found = Array.from({ length: 20 }, (_, seed) => {
			const { input } = simulate({ freq: 1, periods: 9, from: 6, event: jump(7) }, new Random(900 + seed));
			return structural(input)[1]!.pEvent > 0.9;
		});
		// Measured: 70 % where the level drifts 3 % a year; here 2 %. At .7 fewer than 9 of 20 come up in 1 of 200 seeds.
		expect(found.filter(Boolean).length).toBeGreaterThanOrEqual(9);
	});
});

const path = '../shared/reference/early-warning/kalman_bsm_known_H.json';

it.runIf(existsSync(path))('climbs at least as high as the reference when no prior holds it', () => {
	const { input, expected, tolerance } = JSON.parse(readFileSync(path, 'utf8'));
	const y: (number | null)[] = input.log_UKDriverDeaths_with_NA;
	const series = {
		value: Float64Array.from(y, (value) => value ?? NaN),
		noise: Float64Array.from(input.H_t as number[]),
		shocks: new Map<number, number>()
	};
	const reached = logLikelihood(series, 12, fitVariances(series, 12, y.length, Infinity).variances, y.length);
	expect(reached).toBeGreaterThan(expected.deaths_ML.logLik - tolerance.ML_loglik_abs);
});
