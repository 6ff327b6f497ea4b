/** The middle of the known values, the lower of two; null when none is known. */
export function median(values: Iterable<number>): number | null {
	const known = [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
	return known[Math.floor((known.length - 1) / 2)] ?? null;
}

/** Fewer units than this are not told, here as in figures. */
const FEWEST_UNITS = 10;
/** With fewer regions the middle count is that of one region by itself. */
const FEWEST_REGIONS = 3;

/** The middle of the counts of regions; null where it would tell the small count of one region. */
export function middleCount(counts: readonly number[]): number | null {
	const middle = median(counts);
	return middle !== null && middle < FEWEST_UNITS && counts.length < FEWEST_REGIONS ? null : middle;
}

/** The last period of each series. */
export function lastOf(columns: readonly Float64Array[]): number[] {
	return columns.map((column) => column.at(-1) ?? NaN);
}
