import data from './cbs-figures.json' with { type: 'json' };

/** Shares that CBS itself publishes of an indicator of the catalogue, for one year, to put beside those of a release. */
export interface CbsSeries {
	/** As in the catalogue; with "-inflow" of those that were out of it a year before. */
	readonly indicator: string;
	readonly unit: 'household' | 'person';
	/** The year at whose end, or over which, it is counted. */
	readonly period: string;
	/** Fractions by region: "NL", or "GM" and four digits on the classification of 2024. */
	readonly shares: Readonly<Record<string, number>>;
	/** Half a step of the source's rounding, as a fraction; 0 for a share of counts. */
	readonly rounding: number;
	/** Name of the publication. */
	readonly source: string;
}

/** Written by `npm run generate` from the tables in analytics/synthetic/published. */
export const cbsSeries: readonly CbsSeries[] = data as readonly CbsSeries[];
