import type { Panel } from '../../panel.ts';
import { fitHyper } from '../../series/fit.ts';
import { judge, type Beliefs } from '../../series/judge.ts';
import type { Hyper } from '../../series/model.ts';
import type { LevelModel } from '../../watch/level-model.ts';
import { laterRises, type Later } from '../later.ts';
import { openSignals } from '../open-signals.ts';

/** A level as it was judged at the time, beside what came later; all [series][period - from]. */
export interface ScoredLevel {
	readonly panel: Panel;
	/** First period that is scored: what it is judged by comes from before. */
	readonly from: number;
	readonly beliefs: Beliefs;
	/** Whether a signal was open, and whether it was opened within half a year: an older one is no news. */
	readonly open: readonly (readonly boolean[])[];
	readonly fresh: readonly (readonly boolean[])[];
	readonly later: Later;
}

/** Hyperparameters are fitted anew on so many series of a level, evenly spread. */
const FIT_ON_AT_MOST = 200;

/** Periods between the first that is judged and the first that is scored, so that the fit has as many as a first release has. */
const warmUp = (freq: Panel['freq']) => (freq === 1 ? 0 : freq);

/**
 * Judges a level again as if it had been released period by period, from as early as a first release could be. Null for
 * structural models, whose levels have too few regions to score.
 * @param early fit the hyperparameters on the periods before the first scored one alone; else they are those of the model,
 *   which are fitted on the periods before its first told one
 */
export function scoredLevel(model: LevelModel, early: boolean): ScoredLevel | null {
	const { panel, hyper, ratios, judgedFrom, from } = model;
	if (hyper === null) return null;
	const origin = Math.min(from, judgedFrom + warmUp(panel.freq));
	return judged(model, origin, early && origin < from ? refit(panel, ratios, origin) : hyper);
}

function refit({ freq }: Panel, ratios: LevelModel['ratios'], end: number): Hyper {
	const known = ratios.filter(({ ratio }) => ratio.subarray(0, end).some((value) => !Number.isNaN(value)));
	const step = Math.ceil(known.length / FIT_ON_AT_MOST);
	return fitHyper(
		known.filter((_, i) => i % step === 0),
		freq,
		end
	);
}

/** Signals that opened before the first scored period may still be open in it, so judging begins earlier. */
function judged({ panel, ratios, judgedFrom }: LevelModel, from: number, hyper: Hyper): ScoredLevel {
	const { freq } = panel;
	const all = judge(ratios, freq, judgedFrom, hyper);
	const signals = openSignals(all).map((row) =>
		row.map((episode, k) => ({ open: episode !== null, fresh: episode !== null && k - episode.opened < freq / 2 }))
	);
	const scored = <T>(rows: readonly (readonly T[])[]) => rows.map((row) => row.slice(from - judgedFrom));
	const beliefs = scored(all);
	return {
		panel,
		from,
		beliefs,
		open: scored(signals).map((row) => row.map(({ open }) => open)),
		fresh: scored(signals).map((row) => row.map(({ fresh }) => fresh)),
		later: laterRises(ratios, freq, from, hyper, beliefs)
	};
}
