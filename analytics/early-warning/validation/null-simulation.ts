import type { Episode } from '../series/episodes.ts';
import { harmonic } from '../series/filter.ts';
import { judge } from '../series/judge.ts';
import { LEVEL_FLOOR, type Hyper, type RatioSeries } from '../series/model.ts';
import type { Frequency, Panel } from '../panel.ts';
import { structuralInput, structuralLevel } from '../watch/structural-level.ts';
import { Random } from '../statistics/random.ts';
import { quietCounts } from './quiet-counts.ts';
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
	return overHistories(simulations, (random) => {
		const quiet = chosen.map((series) => quietSeries(series, freq, hyper, random));
		const opened = newSignals(openSignals(judge(quiet, freq, judgedFrom, hyper)), from - judgedFrom);
		return (opened * ratios.length) / (chosen.length * periods);
	});
}

/**
 * The same of a level whose series are held against themselves. Each history is fitted anew, as a release is, so what is not
 * known of the variances counts as well. Null when no series of it can be judged.
 */
export function falseStructuralSignals(
	panel: Panel,
	judgedFrom: number,
	from: number,
	simulations: number
): FalseSignals | null {
	const draws = panel.regions.map((_, i) => quietCounts(structuralInput(panel, i, judgedFrom, from)));
	if (draws.every((draw) => draw === null)) return null;
	return overHistories(simulations, (random) => {
		const count = draws.map((draw, i) => draw?.(random) ?? panel.count[i]!);
		const stands = structuralLevel({ ...panel, count }, judgedFrom, from);
		return newSignals(openSignals(stands), from - judgedFrom) / (panel.periods.length - from);
	});
}

/** Signals that open in a period from `from` on. */
function newSignals(open: readonly (readonly (Episode | null)[])[], from: number): number {
	return open.flatMap((row) => row.filter((one, k) => one !== null && one.opened === k && k >= from)).length;
}

/** Mean over simulated histories; history s comes from seed s. */
function overHistories(simulations: number, count: (random: Random) => number): FalseSignals {
	const counts = Array.from({ length: simulations }, (_, seed) => count(new Random(seed)));
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
