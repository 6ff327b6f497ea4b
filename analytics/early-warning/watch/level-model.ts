import type { Panel } from '../panel.ts';
import type { Hyper, RatioSeries } from '../series/model.ts';

/** The series of one level as early warning sees them: what its rows are told from and indicator cards are made from. */
export interface LevelModel {
	readonly panel: Panel;
	/** nation: EWS-1 on ratios to the nation. itself: a structural model of each series. */
	readonly against: 'nation' | 'itself';
	/** First period that is judged, counted from 0; the columns below begin there. */
	readonly judgedFrom: number;
	/** First period that is told. The models are fitted on the periods before it. */
	readonly from: number;
	/** Of EWS-1; null for structural models. */
	readonly hyper: Hyper | null;
	/** The series on the ratio scale, in the order of the panel: with `hyper`, what a simulation under the null starts from. Empty for structural models. */
	readonly ratios: readonly RatioSeries[];
	/** [series][period - judgedFrom]: probability of no event; NaN where a series cannot be judged. */
	readonly lfdr: readonly Float64Array[];
	/** Smallest rise that would be found within half a year in 4 of 5 cases; NaN where unknown. */
	readonly detectable: readonly Float64Array[];
	/** First period of the open signal, counted from 0; -1 without one. */
	readonly opened: readonly Int32Array[];
}
