import type { Panel } from '../panel.ts';
import { fitHyper } from '../series/fit.ts';
import { judge, type Belief } from '../series/judge.ts';
import type { Hyper, RatioSeries } from '../series/model.ts';
import { toRatios } from '../series/ratios.ts';
import type { Stand } from './stand.ts';

/** Hyperparameters are fitted on so many series of a level, evenly spread; with more they hardly get surer. */
const FIT_ON_AT_MOST = 250;

function spread<T>(all: readonly T[]): T[] {
	const step = Math.ceil(all.length / FIT_ON_AT_MOST);
	return all.filter((_, i) => i % step === 0);
}

function standOf(belief: Belief, expected: number): Stand {
	const { comparable, level, levelVariance, rise, riseVariance, risen, lfdr, onset, detectable } = belief;
	return {
		estimate: level,
		estimateSd: Math.sqrt(levelVariance),
		rise: comparable ? rise : null,
		riseSd: comparable ? Math.sqrt(riseVariance) : null,
		pRise10: comparable ? risen : null,
		lfdr,
		onset,
		detectable,
		units: level * expected
	};
}

export interface RatioLevel {
	readonly hyper: Hyper;
	readonly ratios: readonly RatioSeries[];
	/** [series][period - judgedFrom]; null where a series cannot be judged. */
	readonly stands: readonly (readonly (Stand | null)[])[];
}

/** A level by EWS-1: hyperparameters from the periods before `from`, stands from `judgedFrom` on. Null when there is nothing to fit on. */
export function ratioLevel(panel: Panel, judgedFrom: number, from: number): RatioLevel | null {
	const { freq } = panel;
	const ratios = toRatios(panel);
	const known = ratios.filter(({ ratio }) => ratio.subarray(0, from).some((value) => !Number.isNaN(value)));
	if (known.length === 0) return null;
	const hyper = fitHyper(spread(known), freq, from);
	const stands = judge(ratios, freq, judgedFrom, hyper).map((row, i) =>
		row.map((belief, k) => belief && standOf(belief, ratios[i]!.expected[judgedFrom + k]!))
	);
	return { hyper, ratios, stands };
}
