import type { DotRangeInput } from '../../charts/dot-range.ts';
import type { TrendInput } from '../../charts/trend.ts';
import type { Lang } from '../../messages/index.ts';

/** What a council brief says of a region, in words: its page and its PDF say the same. */
export interface Brief {
	readonly lang: Lang;
	readonly code: string;
	readonly name: string;
	/** "Raadsbrief Amsterdam". */
	readonly title: string;
	/** "gemeente in Noord-Holland". */
	readonly place: string;
	/** When the latest of its figures were published; null without figures. */
	readonly publishedAt: Date | null;
	/** What must be known of the releases first. */
	readonly notices: readonly string[];
	/** The first figures as frequencies, and how they compare. */
	readonly short: readonly string[];
	/** Null where there are no figures at all. */
	readonly figures: BriefTable | null;
	readonly trends: readonly BriefChart[];
	readonly rising: readonly string[];
	readonly groups: readonly BriefChart[];
	readonly comparison: BriefComparison | null;
	/** How to read it, and which releases and versions of definitions its figures are from. */
	readonly how: readonly string[];
	/** What the figures are, where there is room to say so. */
	readonly definitions: readonly string[];
	/** Where all figures of the region are. */
	readonly address: string;
}

export interface BriefTable {
	readonly caption: string;
	readonly head: readonly string[];
	/** The first cell of a row is what the row is about. */
	readonly rows: readonly (readonly string[])[];
}

export interface BriefChart {
	readonly title: string;
	readonly input: TrendInput | DotRangeInput;
	/** Everything that the chart shows, in words. */
	readonly alt: string;
	readonly note: string;
	/** Which release the figures are from, for who saves the chart. */
	readonly source: string;
	/** The same figures. */
	readonly table: BriefTable;
}

export interface BriefComparison {
	readonly title: string;
	readonly lead: string;
	readonly table: BriefTable;
}
