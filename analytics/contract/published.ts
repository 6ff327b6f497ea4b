import type { AuditReport } from './audit.ts';
import type { WatchState } from './early-warning.ts';
import type { Reliability } from './figure.ts';
import type { IndicatorCard } from './indicator-card.ts';
import type { Manifest } from './manifest.ts';
import type { ReleaseState } from './release-state.ts';

/**
 * The views of schema `published`: all that the dashboard's database role can see. Each view shows current releases only,
 * but `release`, its history and `bundle`, which also list superseded ones, and the two that show superseded ones only. No view
 * shows a draft or a release that waits for its publication.
 */
export interface PublishedDatabase {
	'published.release': ReleaseView;
	'published.release_history': ReleaseHistoryView;
	'published.indicator': IndicatorView;
	'published.region': RegionView;
	'published.figure': FigureView;
	'published.signal': SignalView;
	'published.watch': WatchView;
	'published.small_area': SmallAreaView;
	'published.rank': RankView;
	'published.event_risk': EventRiskView;
	'published.event_study': EventStudyView;
	'published.event_group': EventGroupView;
	'published.indicator_card': IndicatorCardView;
	'published.supply_break': SupplyBreakView;
	'published.boundary': BoundaryView;
	'published.bundle': BundleView;
	'published.audit': AuditView;
	'published.superseded_indicator': IndicatorView;
	'published.superseded_figure': FigureView;
}

export interface ReleaseView {
	id: number;
	/** Slug of the specification: one line of releases over periods and versions. */
	spec: string;
	title_nl: string;
	title_en: string;
	period: string;
	/** Counts the stored releases of a period: 1, 2, 3, ...; one that was never published leaves a gap. */
	version: number;
	state: Extract<ReleaseState, 'published' | 'superseded'>;
	is_current: boolean;
	/** Whether the source may still be corrected (voorlopig) or not (definitief). */
	status: 'provisional' | 'final';
	unit: 'person' | 'household';
	/** Identifies the region tree; null without regions. */
	tree: string | null;
	region_vintage: string | null;
	/** Code of the region that takes in all others; without regions that of the whole domain. */
	root: string;
	rho: number;
	delta: number;
	epsilon: number;
	conversion: string;
	published_at: Date;
	superseded_at: Date | null;
	/** The release of the same period whose place it took; null for the first. */
	replaces: number | null;
	replaces_version: number | null;
	replaces_published_at: Date | null;
	/** The release that took its place; null while it is the current one. */
	replaced_by: number | null;
	replaced_by_version: number | null;
	/** Number of figures and of tested changes. */
	figures: number;
	signals: number;
	/** sha256 (hex) of the bundle's manifest.json. */
	bundle_hash: string;
	/** What the specification says of the figures; null where it says nothing. */
	notice_nl: string | null;
	notice_en: string | null;
	source_kind: string | null;
	manifest: Manifest;
	/** p-value of the chi-square test that the noisy tables fit together as their stated noise says; null: not testable. */
	integrity_p: number | null;
}

/** When a release came into each of its states. */
export interface ReleaseHistoryView {
	release: number;
	state: ReleaseState;
	at: Date;
}

export interface IndicatorView {
	release: number;
	spec: string;
	period: string;
	version: number;
	tree: string | null;
	/** Slug, unique among indicators of one specification. */
	id: string;
	label_nl: string;
	label_en: string;
	description_nl: string;
	description_en: string;
	/** Attributes by which the indicator is broken down, with their codes and names. */
	groups: { attribute: string; codes: { code: string; nl: string; en: string }[] }[];
	/** Version of its definition in the catalogue; null when the release says itself what is counted. */
	definition: string | null;
}

export interface RegionView {
	tree: string;
	code: string;
	parent: string | null;
	name: string;
	/** The name without accents and capitals. */
	folded_name: string;
	level: string;
	/** 0 for the root. */
	depth: number;
	/** Breadth-first position in the tree. */
	position: number;
	/** Axial coordinates of the hex tile, pointy top; null when the region has no place on the map. */
	hex_q: number | null;
	hex_r: number | null;
	/** Number of inhabitants or households from a public source; null when unknown. */
	population: number | null;
}

/** A figure beside what it belongs to: its release, its region and its group. */
export interface FigureView {
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
	attribute: string;
	code: string;
	numerator: number;
	numerator_se: number;
	denominator: number;
	denominator_se: number;
	share: number | null;
	share_se: number | null;
	lower: number | null;
	upper: number | null;
	reliability: Reliability;
}

/** Change against the previous period, tested with both releases' noise known. */
export interface SignalView {
	spec: string;
	period: string;
	release: number;
	version: number;
	previous: string;
	indicator: string;
	tree: string | null;
	region: string;
	region_name: string;
	level: string;
	position: number;
	/** Change of the share, and its standard error. */
	change: number;
	change_se: number;
	/** Probability that the share rose, given the noise. */
	p_rise: number;
	/** In the set of rises with a false discovery rate of at most 10 % (Benjamini-Hochberg within indicator x level). */
	is_signal: boolean;
}

/** What rows of early warning have in common: the release and the region that they are about. */
interface OfRegion {
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

export interface BoundaryView {
	tree: string;
	region: string;
	/** GeoJSON geometry, longitude and latitude. */
	geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown };
}

/** The files by which anybody can check a bundle, byte for byte; no row for a release of before they were kept. */
export interface BundleView {
	/** sha256 (hex) of `manifest`; `bundle_hash` of its releases. */
	hash: string;
	manifest: string;
	signature: string;
}

/** The latest audit of the privacy claim; no row when none has been published. */
export interface AuditView {
	made_at: Date;
	software_version: string;
	report: AuditReport;
}
