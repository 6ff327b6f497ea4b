import { harmonic } from '../series/filter.ts';
import { judge } from '../series/judge.ts';
import { LEVEL_FLOOR, type Hyper, type RatioSeries } from '../series/model.ts';
import type { Frequency } from '../panel.ts';
import { Random } from '../statistics/random.ts';
import { openSignals } from './open-signals.ts';

/** What a level is, as far as signals follow from it by chance. */
export interface NullLevel {
	readonly ratios: readonly RatioSeries[];
	readonly freq: Frequency;
	readonly hyper: Hyper;
	/** First period that is judged, and first whose signals are counted. */
	readonly judgedFrom: number;
	readonly from: number;
}

/** Signals that would open in a period if nothing rose anywhere: mean over simulations, and its standard error. */
export interface FalseSignals {
	readonly perPeriod: number;
	readonly se: number;
	readonly simulations: number;
}

/** With more series than this, evenly spread ones stand for all. */
const SERIES_AT_MOST = 500;

/**
 * Simulates the level from its fitted model without any event, with the real noise and the real gaps, and judges it as the
 * real one is judged. Repeatable: simulation s comes from seed s.
 */
export function falseSignals(level: NullLevel, simulations: number): FalseSignals {
	const { ratios, freq, hyper, judgedFrom, from } = level;
	const step = Math.max(1, Math.ceil(ratios.length / SERIES_AT_MOST));
	const chosen = ratios.filter((_, i) => i % step === 0);
	const periods = (ratios[0]?.ratio.length ?? from) - from;
	const counts = Array.from({ length: simulations }, (_, seed) => {
		const random = new Random(seed);
		const quiet = chosen.map((series) => quietSeries(series, freq, hyper, random));
		const opened = openSignals(judge(quiet, freq, judgedFrom, hyper)).flatMap((row) =>
			row.filter((open, k) => open !== null && open.opened === k && judgedFrom + k >= from)
		);
		return (opened.length * ratios.length) / (chosen.length * periods);
	});
	const perPeriod = counts.reduce((a, b) => a + b, 0) / simulations;
	const spread = counts.reduce((sum, value) => sum + (value - perPeriod) ** 2, 0) / Math.max(1, simulations - 1);
	return { perPeriod, se: Math.sqrt(spread / simulations), simulations };
}

/** A series of the model that starts at its own mean level, drifts, has a season, and is never in an event. */
function quietSeries(series: RatioSeries, freq: Frequency, hyper: Hyper, random: Random): RatioSeries {
	const { ratio, expected, noise, exposureNoise } = series;
	const known = ratio.filter((value) => !Number.isNaN(value));
	let level = Math.max(known.reduce((a, b) => a + b, 0) / Math.max(1, known.length), LEVEL_FLOOR);
	const [cosine, sine] = [random, random].map((one) => Math.sqrt(hyper.ws) * one.normal());
	const drawn = ratio.map((value, t) => {
		const floored = Math.max(level, LEVEL_FLOOR);
		const [cos, sin] = harmonic(t, freq);
		const counting = (hyper.phi * floored) / expected[t]!;
		const sd = Math.sqrt(counting + noise[t]! + level ** 2 * exposureNoise[t]!);
		const seen = level + cosine! * cos + sine! * sin + sd * random.normal();
		level += Math.sqrt(hyper.tau2) * floored * random.normal();
		return Number.isNaN(value) ? NaN : seen;
	});
	return { ...series, ratio: drawn };
}
