import type { AuditReport } from './audit.ts';
import type { Reliability } from './figure.ts';
import type { Manifest } from './manifest.ts';

/**
 * The views of schema `published`: all that the dashboard's database role can see. Each view shows current releases only,
 * but `release`, which also lists superseded ones.
 */
export interface PublishedDatabase {
	'published.release': ReleaseView;
	'published.indicator': IndicatorView;
	'published.region': RegionView;
	'published.figure': FigureView;
	'published.signal': SignalView;
	'published.boundary': BoundaryView;
	'published.audit': AuditView;
}

export interface ReleaseView {
	id: number;
	/** Slug of the specification: one line of releases over periods and versions. */
	spec: string;
	title_nl: string;
	title_en: string;
	period: string;
	/** 1 for the first publication of a period, then 2, 3, ... */
	version: number;
	unit: 'person' | 'household';
	/** Identifies the region tree; null without regions. */
	tree: string | null;
	region_vintage: string | null;
	rho: number;
	delta: number;
	epsilon: number;
	conversion: string;
	published_at: Date;
	is_current: boolean;
	manifest: Manifest;
	/** p-value of the chi-square test that the noisy tables fit together as their stated noise says; null: not testable. */
	integrity_p: number | null;
}

export interface IndicatorView {
	release: number;
	spec: string;
	period: string;
	tree: string | null;
	/** Slug, unique among indicators of one specification. */
	id: string;
	label_nl: string;
	label_en: string;
	description_nl: string;
	description_en: string;
	/** Attributes by which the indicator is broken down, with their codes and names. */
	groups: { attribute: string; codes: { code: string; nl: string; en: string }[] }[];
}

export interface RegionView {
	tree: string;
	code: string;
	parent: string | null;
	name: string;
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

export interface FigureView {
	spec: string;
	period: string;
	indicator: string;
	region: string;
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
	previous: string;
	indicator: string;
	region: string;
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

/** The latest audit of the privacy claim; no row when none has been published. */
export interface AuditView {
	made_at: Date;
	software_version: string;
	report: AuditReport;
}
