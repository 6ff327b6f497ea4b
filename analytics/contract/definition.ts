import type { Text } from './spec.ts';

// Definitions that people read: what is known of a unit, in words, with everything that a reader needs to judge a figure.
// The method pages and the catalogue are made from them. A version is never edited once figures have been published with it:
// a change of meaning is a new version.

export type Direction = 'higher is worse' | 'lower is worse' | 'neither';

/** A threshold by year, for one or more kinds of households. */
export interface ThresholdTable {
	/** What the numbers are, such as euros a month. */
	readonly unit: Text;
	/** What each column of `rows` is about. */
	readonly columns: readonly Text[];
	readonly rows: readonly { readonly year: number; readonly values: readonly number[] }[];
	readonly source: string;
}

interface Definition {
	/** Kebab-case, as in addresses and files. */
	readonly id: string;
	readonly version: string;
	readonly label: Text;
	/** Where the meaning comes from: law, publication or file description. */
	readonly source: string;
	readonly direction: Direction;
	/** What it must not be used for. */
	readonly notFor: Text;
	/** In what it differs from the definition that it follows, where the tables do not hold all that is needed. */
	readonly approximation?: Text;
}

export interface IndicatorDefinition extends Definition {
	/** Who is counted, in one sentence. */
	readonly description: Text;
	/** How it follows from the tables, in plain words. */
	readonly formula: Text;
	/** Units that have no answer, and why. */
	readonly exclusions: Text;
	readonly thresholds?: ThresholdTable;
}

/** Levels of the region tree, the most detailed first. */
export type PlaceLevel = 'buurt' | 'wijk' | 'gemeente' | 'corop' | 'provincie' | 'landsdeel' | 'land';

export interface EventDefinition extends Definition {
	/** What in the tables makes the event, in plain words. */
	readonly rule: Text;
	/** The units that those after the event are compared with. */
	readonly comparison: Text;
	/** How many in the Netherlands in a year, in round numbers, or null where no source tells. */
	readonly size: number | null;
	/** Where the size comes from and what it leaves out; given with every size. */
	readonly sizeSource?: string;
	/** The most detailed level at which numbers still say something, and why. */
	readonly lowest: { readonly level: PlaceLevel; readonly reason: Text };
}

/** What a place, a group or an age is: characteristics that figures are broken down by. */
export interface CharacteristicDefinition {
	/** Column of the analysis file. */
	readonly column: string;
	readonly label: Text;
	readonly description: Text;
	/** Codes and their names; absent: a number. */
	readonly codes?: Readonly<Record<string, Text>>;
	readonly source: string;
}
