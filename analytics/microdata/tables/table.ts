/** A CBS table as its public documentation describes it; what is listed here is what Voorzicht reads and checks. */
export interface CbsTable {
	readonly name: string;
	/** One line: what a row is. */
	readonly row: string;
	/**
	 * Matches the file name without its ending. Groups: `year`; `version`, absent in names without one; `month` or `quarter` of
	 * files that hold or reach just that; `edition` and `preliminary`, see the tables that have them. Any letter case will do.
	 */
	readonly fileName: RegExp;
	/** Names that files have, the usual one first. */
	readonly examples: readonly string[];
	/** Of one year, of everything up to the end of a year, or a reference of which the newest serves all years. */
	readonly kind: 'year' | 'cumulative' | 'reference';
	/** Whose rows they are: the key is of a person, of an income household by its main earner, or of an address. */
	readonly of: 'person' | 'household' | 'address';
	/** Columns without which the table cannot be read. Columns of all kinds are matched without regard to letter case. */
	readonly columns: readonly string[];
	/** Columns that are read where they are there. */
	readonly optional?: readonly string[];
	/** Columns whose names differ by file, found in the header by this pattern; without any the table cannot be read. */
	readonly yearColumns?: RegExp;
	/** What a column holds, where it is no plain text. */
	readonly types: Readonly<Record<string, ColumnType>>;
	/** First and last day of a spell. */
	readonly spell?: readonly [start: string, end: string];
	/** Columns that together identify a row. */
	readonly key: readonly string[];
	/** Closed code lists. */
	readonly codes: Readonly<Record<string, readonly string[]>>;
	/** Texts and numbers that stand for a missing value. */
	readonly missing: readonly string[];
	/** Whoever gives consent beside CBS, where the supplier must. */
	readonly consent?: string;
	/** What is not in public documentation and is assumed here. */
	readonly assumed?: string;
	readonly source: string;
}

/** `date` YYYYMMDD; `amount` whole euros, negative ones too; `percentage` whole, negative codes for why there is none. */
export type ColumnType =
	'kind' | 'key' | 'date' | 'year' | 'month' | 'day' | 'count' | 'amount' | 'percentage' | 'flag';
