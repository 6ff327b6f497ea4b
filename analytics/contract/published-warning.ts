import type { WatchState } from './early-warning.ts';
import type { IndicatorCard } from './indicator-card.ts';

/** Views of the published database that early warning fills; `published.ts` has the others. */

/** What figures and rows of early warning have in common: the release and the region that they are about. */
export interface OfRegion {
	spec: string;
	period: string;
	release: number;
	version: number;
	indicator: string;
	tree: string | null;
	region: string;
	region_name: string;
	level: string;
	parent: string | null;
	/** Of the region in its tree; 0 for the root. */
	position: number;
}

/** One series in one period, by the early-warning model; see `WatchRow` for what each value means. */
export interface WatchView extends OfRegion {
	attribute: string;
	code: string;
	against: 'nation' | 'itself';
	/** The level and its rise are null where the share is not told: fewer than ten units are estimated on one side of it. */
	estimate: number | null;
	estimate_sd: number | null;
	lower80: number | null;
	upper80: number | null;
	lower95: number | null;
	upper95: number | null;
	rise: number | null;
	rise_sd: number | null;
	/** Intervals of the rise: rise plus and minus 1.2816 and 1.9600 standard deviations. */
	rise_lower80: number | null;
	rise_upper80: number | null;
	rise_lower95: number | null;
	rise_upper95: number | null;
	p_rise10: number | null;
	p_event: number;
	detectable: number | null;
	state: WatchState;
	opened: string | null;
	onset: string | null;
	explained_by: string | null;
	explained_by_name: string | null;
	watched_by: string | null;
	watched_by_name: string | null;
}

/** A share estimated with what similar regions tell; see `SmallAreaRow`. */
export interface SmallAreaView extends OfRegion {
	attribute: string;
	code: string;
	estimate: number;
	se: number;
	/** 95 % interval, clipped to [0, 1]. */
	lower: number;
	upper: number;
	weight: number;
}

/** Place of a region among others, with its uncertainty; see `RankRow`. */
export interface RankView extends OfRegion {
	within: string;
	of: number;
	expected_rank: number;
	best_rank: number;
	worst_rank: number;
	top: number;
	p_top: number;
}

/** Excess risk after a life event; see `EventRiskRow`. */
export interface EventRiskView extends OfRegion {
	attribute: string;
	code: string;
	comparison: number;
	comparison_se: number;
	share: number;
	share_se: number;
	difference: number;
	difference_se: number;
	ratio: number | null;
	ratio_lower: number | null;
	ratio_upper: number | null;
	p_higher: number;
	standardised: number | null;
	standardised_se: number | null;
}

/** Course of the difference around a life event; see `EventStudyRow`. */
export interface EventStudyView extends OfRegion {
	event: string;
	k: number;
	difference: number;
	se: number;
	pretrend_p: number | null;
	after: number;
	after_se: number;
}

/** Units of one group some time after a life event; see `EventGroupRow`. */
export interface EventGroupView extends OfRegion {
	attribute: string;
	code: string;
	event: string;
	since: string;
	numerator: number;
	numerator_se: number;
	denominator: number;
	denominator_se: number;
	units: number;
	estimate: number;
	se: number;
	/** 95 % interval, clipped to [0, 1]. */
	lower: number;
	upper: number;
	weight: number;
}

export interface IndicatorCardView {
	spec: string;
	period: string;
	release: number;
	version: number;
	indicator: string;
	card: IndicatorCard;
}

/** A break in supply, as the latest release of a specification declares it. */
export interface SupplyBreakView {
	spec: string;
	release: number;
	/** First period after the break. */
	period: string;
	/** Indicator that it is about. */
	indicator: string;
	/** Region that it is about; the root for all regions. */
	region: string;
	reason_nl: string;
	reason_en: string;
}
