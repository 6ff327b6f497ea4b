import { InputError } from '../../errors.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { yearOnYear, type Baseline } from './baseline.ts';
import { columnsOf } from './columns.ts';
import { episodes } from './episodes.ts';
import { fitHyper } from './fit.ts';
import type { SignalsInput } from './input.ts';
import { judge, signalSets, type Belief } from './judge.ts';
import type { Hyper, RatioSeries } from './model.ts';
import { leftOut, toRatios, type LeftOut } from './ratios.ts';

/** One value per series and scored period: [series][period - train]; null where a series has no usable period yet. */
type Scores<T = number> = (T | null)[][];

export interface SignalsOutput {
	/** Probability that the series is not in an event (local false discovery rate). */
	lfdr: Scores;
	/** In its period's set of signals: the largest of which at most 10 % are expected to be false. */
	signal: Scores<boolean>;
	/** Has an open signal: opened by the set of its period or an earlier one, and not closed since. */
	open: Scores<boolean>;
	/** Of an open signal: the period in which it opened, and the most likely first period of the rise. Counted from 0. */
	opened: Scores;
	onset: Scores;
	/** Ratio of the series' rate to the nation's: mean, standard deviation, 80 % and 95 % interval. */
	level: { mean: Scores; sd: Scores; lo80: Scores; hi80: Scores; lo95: Scores; hi95: Scores };
	/**
	 * Relative change of the level in a year (0.1 = 10 % up) and P(rise > 10 %); null where a declared break lies between
	 * the two periods, which then do not compare.
	 */
	rise: { p10: Scores; mean: Scores; sd: Scores };
	/** Smallest effect that would be found within half a year in 4 of 5 cases; null where every period was missing. */
	detectable: Scores;
	/** The simple rule beside the model: change of the ratio in a year in standard errors, tested by Benjamini-Hochberg. */
	baseline: Baseline;
	/** Counts that were given but could not be used, and why. */
	left_out: LeftOut[];
	hyper: Hyper;
}

const Z80 = normalQuantile(0.9);
const Z95 = normalQuantile(0.975);

function fitted({ id, freq, train }: SignalsInput, ratios: readonly RatioSeries[]): Hyper {
	if (ratios.every(({ ratio }) => ratio.subarray(0, train).every(Number.isNaN)))
		throw new InputError(
			`${id}: no period before train has a count with an exposure above zero, a known sigma and a rate to compare with, so there is nothing to fit on.`
		);
	return fitHyper(ratios, freq, train);
}

/**
 * Early warning on noisy series with known noise (model EWS-1): which series rise against the nation, by how much, how sure.
 * Levels and intervals average over "no event" and over events of each onset in the last year, ramp or step, by their
 * probabilities; intervals are normal with the average's moments.
 *
 * A period of a series that cannot be used counts as missing and is listed in `left_out`: an exposure of zero or less, noise
 * that is not known, or a rate to compare with that is not above zero. A missing period is bridged by the model; a series has
 * null until its first usable period. Negative counts are used as they are. A sigma of 0 is a count without privacy noise.
 *
 * Assumes noise that is independent between series and periods, and counts that were never clamped or rounded.
 * @param hyper fitted on the periods before `train` when absent.
 * @throws InputError when there is nothing to fit on.
 */
export function signals(input: SignalsInput, hyper?: Hyper): SignalsOutput {
	const { freq, train } = input;
	const columns = columnsOf(input);
	const ratios = toRatios(columns);
	const used = hyper ?? fitted(input, ratios);
	const beliefs = judge(ratios, freq, train, used);
	const sets = signalSets(beliefs);
	const open = beliefs.map((row, i) => episodes(row, sets[i]!));
	const score = <T>(of: (belief: Belief, i: number, k: number) => T | null): Scores<T> =>
		beliefs.map((row, i) => row.map((belief, k) => (belief === null ? null : of(belief, i, k))));
	const level = (z: number) => score((belief) => belief.level + z * Math.sqrt(belief.levelVariance));
	const rise = (of: (belief: Belief) => number) => score((belief) => (belief.comparable ? of(belief) : null));
	const after = (k: number | undefined) => (k === undefined ? null : train + k);
	return {
		lfdr: score(({ lfdr }) => lfdr),
		signal: score((_, i, k) => sets[i]![k]!),
		open: score((_, i, k) => open[i]![k] !== null),
		opened: score((_, i, k) => after(open[i]![k]?.opened)),
		onset: score((_, i, k) => after(open[i]![k]?.onset)),
		level: {
			mean: level(0),
			sd: score((belief) => Math.sqrt(belief.levelVariance)),
			lo80: level(-Z80),
			hi80: level(Z80),
			lo95: level(-Z95),
			hi95: level(Z95)
		},
		rise: {
			p10: rise(({ risen }) => risen),
			mean: rise((belief) => belief.rise),
			sd: rise(({ riseVariance }) => Math.sqrt(riseVariance))
		},
		detectable: score(({ detectable }) => detectable),
		baseline: yearOnYear(ratios, freq, train),
		left_out: leftOut(columns, ratios),
		hyper: used
	};
}
