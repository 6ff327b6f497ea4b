import type { AuditReport } from './audit.ts';
import type { Reliability } from './figure.ts';
import type { Manifest } from './manifest.ts';
import type {
	EventGroupView,
	EventRiskView,
	EventStudyView,
	IndicatorCardView,
	OfRegion,
	RankView,
	SmallAreaView,
	SupplyBreakView,
	WatchView
} from './published-warning.ts';
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
export interface FigureView extends OfRegion {
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
