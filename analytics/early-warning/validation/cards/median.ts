/** The middle of the known values, the lower of two; null when none is known. */
export function median(values: Iterable<number>): number | null {
	const known = [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
	return known[Math.floor((known.length - 1) / 2)] ?? null;
}

/** The last period of each series. */
export function lastOf(columns: readonly Float64Array[]): number[] {
	return columns.map((column) => column.at(-1) ?? NaN);
}
