import type { Frequency } from '../panel.ts';
import { localFdr, mixingWeight, signalSet } from '../statistics/fdr.ts';
import { detectableRise, rampInformation } from './detectability.ts';
import { FDR, type Hyper, type RatioSeries } from './model.ts';
import { accounts, type Accounts, type Moments } from './posterior.ts';
import { follow, settledMoments, type Followed } from './settled.ts';

/** What is believed of one series in one period, from that period and those before it. */
export interface Belief extends Moments {
	/** Probability that the series is not in an event (local false discovery rate). */
	readonly lfdr: number;
	readonly onset: Accounts['onset'];
	/** Smallest rise that would be found within half a year in 4 of 5 cases; null where every period was missing. */
	readonly detectable: number | null;
	/** Whether period and year before compare: no declared break lies between them. */
	readonly comparable: boolean;
}

/** [series][period - from]; null until the series has a first ratio, for before it there is nothing to judge. */
export type Beliefs = readonly (readonly (Belief | null)[])[];

type Weighed = Accounts & Pick<Belief, 'detectable' | 'comparable'>;

/** A series by itself: the accounts of quiet and of an event, and what an event must be to be seen. */
function weigh({ series, trace, fit, from }: Followed): (Weighed | null)[] {
	const { freq } = trace;
	const first = series.ratio.findIndex((ratio) => !Number.isNaN(ratio));
	return Array.from({ length: trace.periods - from }, (_, k) => {
		const t = from + k;
		if (first < 0 || t < first) return null;
		return {
			...accounts(trace, fit, t),
			detectable: detectableRise(rampInformation(fit, freq, t)),
			comparable: ![...series.breaks].some((at) => t - freq < at && at <= t)
		};
	});
}

/**
 * EWS-1 after the ratios: what is believed of each series from period `from` on. How common events are is told, in each
 * period by itself, by all series together. Levels and rises average over "no event" and over events of each onset in the last
 * year, ramp or step, by their probabilities; older events that are believed have settled in the level. Needs from >= freq - 1.
 */
export function judge(ratios: readonly RatioSeries[], freq: Frequency, from: number, hyper: Hyper): Beliefs {
	const followed = ratios.map((series) => follow(series, freq, from, hyper));
	const weighed = followed.map(weigh);
	const weights = (weighed[0] ?? []).map((_, k) =>
		mixingWeight(weighed.flatMap((row) => (row[k] === null ? [] : [row[k]!.logBayesFactor])))
	);
	return weighed.map((row, i) => {
		const sizes = settledMoments(followed[i]!, row, weights);
		return row.map((one, k) => {
			if (one === null) return null;
			const { logBayesFactor, onset, detectable, comparable } = one;
			return { ...sizes[k]!, lfdr: localFdr(weights[k]!, logBayesFactor), onset, detectable, comparable };
		});
	});
}

/**
 * The signals of each period: of the series that are judged and admitted, the largest set of which at most 10 % are expected to
 * be false. [series][period - from].
 */
export function signalSets<T extends Pick<Belief, 'lfdr'>>(
	judged: readonly (readonly (T | null)[])[],
	admits: (one: T) => boolean = () => true
): boolean[][] {
	const signals = judged.map((row) => row.map(() => false));
	(judged[0] ?? []).forEach((_, k) => {
		const admitted = judged.flatMap((row, series) => {
			const one = row[k] ?? null;
			return one !== null && admits(one) ? [{ series, lfdr: one.lfdr }] : [];
		});
		const flags = signalSet(
			admitted.map(({ lfdr }) => lfdr),
			FDR
		);
		admitted.forEach(({ series }, n) => (signals[series]![k] = flags[n]!));
	});
	return signals;
}
