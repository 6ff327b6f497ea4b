/** A CBS table as its public documentation describes it; what is listed here is what Voorzicht reads and checks. */
export interface CbsTable {
	readonly name: string;
	/** One line: what a row is. */
	readonly row: string;
	/** Matches the file name without its ending; group `year` and group `version`. Letter case does not matter. */
	readonly fileName: RegExp;
	/** Of one year, of everything up to the end of a year, or a reference of which the newest serves all years. */
	readonly kind: 'year' | 'cumulative' | 'reference';
	readonly columns: readonly string[];
	/** Columns that differ by year, found in the header by this pattern. */
	readonly yearColumns?: RegExp;
	/** Columns that together identify a row. */
	readonly key: readonly string[];
	/** Closed code lists. */
	readonly codes: Readonly<Record<string, readonly string[]>>;
	/** Texts and numbers that stand for a missing value. */
	readonly missing: readonly string[];
	readonly source: string;
}

/** Name of a file of a table, as CBS writes it: GBAPERSOON2023TABV1, GBAHUISHOUDENS2023BUSV1. */
export function cbsFileName(stem: string, suffix: 'TAB' | 'BUS'): RegExp {
	return new RegExp(`^${stem}(?:${suffix})?(?<year>\\d{4})(?:${suffix})?V(?<version>\\d+)$`, 'i');
}
