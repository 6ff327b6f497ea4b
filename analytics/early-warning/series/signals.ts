import { detectableRise, rampInformation } from './detectability.ts';
import { localFdr, mixingWeight, signalSet } from '../statistics/fdr.ts';
import { fitHyper } from './fit.ts';
import type { SignalsInput } from './input.ts';
import { FDR, type Hyper, type RatioSeries } from './model.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { accounts, mix, type Moments } from './posterior.ts';
import { toRatios } from './ratios.ts';
import { fitTemplates } from './templates.ts';
import { traceSeries } from './trace.ts';

/** One number per series and scored period: [series][period - train]. */
type Scores<T = number> = T[][];

export interface SignalsOutput {
	/** Probability that the series is not in an event (local false discovery rate). */
	lfdr: Scores;
	/** In its period's set of signals: the largest of which at most 10 % are expected to be false. */
	signal: Scores<boolean>;
	/** Ratio of the series' rate to the nation's: mean, standard deviation, 80 % and 95 % interval. */
	level: { mean: Scores; sd: Scores; lo80: Scores; hi80: Scores; lo95: Scores; hi95: Scores };
	/**
	 * Relative change of the level in a year (0.1 = 10 % up) and P(rise > 10 %); null where a declared break lies between
	 * the two periods, which then do not compare.
	 */
	rise: { p10: Scores<number | null>; mean: Scores<number | null>; sd: Scores<number | null> };
	/** Smallest effect that would be found within half a year in 4 of 5 cases; null where every period was missing. */
	detectable: Scores<number | null>;
	hyper: Hyper;
}

const Z80 = normalQuantile(0.9);
const Z95 = normalQuantile(0.975);

/** Per series and scored period: the accounts of quiet and of an event, and what an event must be to be seen. */
function believe(ratios: readonly RatioSeries[], { freq, train }: SignalsInput, hyper: Hyper) {
	return ratios.map((series) => {
		const trace = traceSeries(series, freq, hyper);
		const fit = fitTemplates(trace, train);
		return Array.from({ length: trace.periods - train }, (_, k) => ({
			...accounts(trace, fit, train + k),
			detectable: detectableRise(rampInformation(fit, freq, train + k))
		}));
	});
}

/** Each period by itself: how common events are among all series, then which series are in one. */
function judge(logBayesFactors: Scores): Pick<SignalsOutput, 'lfdr' | 'signal'> {
	const column = (rows: Scores, k: number) => rows.map((row) => row[k]!);
	const weights = logBayesFactors[0]!.map((_, k) => mixingWeight(column(logBayesFactors, k)));
	const lfdr = logBayesFactors.map((row) => row.map((value, k) => localFdr(weights[k]!, value)));
	const sets = weights.map((_, k) => signalSet(column(lfdr, k), FDR));
	return { lfdr, signal: lfdr.map((_, i) => sets.map((set) => set[i]!)) };
}

/**
 * Early warning on noisy series with known noise (model EWS-1): which series rise against the nation, by how much, how sure.
 * Levels and intervals average over "no event" and over events of each onset in the last year, ramp or step, by their
 * probabilities; intervals are normal with the average's moments. A signal belongs to its own period: an alert that stays
 * open until its lfdr is above 0.5 in two consecutive periods is left to who shows the signals.
 *
 * Assumes noise that is independent between series and periods, and counts that were never clamped or rounded.
 * @param hyper fitted on the periods before `train` when absent.
 * @throws InputError when counts that a series is compared with do not add up to more than zero.
 */
export function signals(input: SignalsInput, hyper?: Hyper): SignalsOutput {
	const { freq, train } = input;
	const ratios = toRatios(input);
	const fitted = hyper ?? fitHyper(ratios, freq, train);
	const believed = believe(ratios, input, fitted);
	const { lfdr, signal } = judge(believed.map((row) => row.map((one) => one.logBayesFactor)));
	const averaged = believed.map((row, i) =>
		row.map(({ quiet, event }, k) => mix([quiet, event], [lfdr[i]![k]!, 1 - lfdr[i]![k]!]))
	);
	const comparable = (i: number, t: number) => ![...ratios[i]!.breaks].some((at) => t - freq < at && at <= t);
	const level = (z: number) => averaged.map((row) => row.map((m) => m.level + z * Math.sqrt(m.levelVariance)));
	const rise = (of: (m: Moments) => number) =>
		averaged.map((row, i) => row.map((m, k) => (comparable(i, train + k) ? of(m) : null)));
	return {
		lfdr,
		signal,
		level: {
			mean: level(0),
			sd: averaged.map((row) => row.map((m) => Math.sqrt(m.levelVariance))),
			lo80: level(-Z80),
			hi80: level(Z80),
			lo95: level(-Z95),
			hi95: level(Z95)
		},
		rise: { p10: rise((m) => m.risen), mean: rise((m) => m.rise), sd: rise((m) => Math.sqrt(m.riseVariance)) },
		detectable: believed.map((row) => row.map((one) => one.detectable)),
		hyper: fitted
	};
}
