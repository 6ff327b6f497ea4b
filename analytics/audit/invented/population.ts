/**
 * A maker of small invented populations for one specification. Every population of a pair is made of units, so that a
 * neighbour is the same list with one unit more or less: all the rows of that unit, in their own places in the files.
 */
export interface Inventor<Unit = unknown> {
	/** A unit like any other, or an odd one: rows too many, values that are not listed, keys with blanks. */
	unit(): Unit;
	/** A unit that changes every table as much as one unit can. */
	worstUnit(): Unit;
	/** Writes the files of a population of these units to a place that does not change. */
	write(units: readonly Unit[]): void;
	/** File or folder of the records. */
	readonly place: string;
}
