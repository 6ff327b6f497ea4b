/** Lower-triangular matrix of whole numbers: row t holds the entries of columns 0 .. t, the last one above 0. */
export type LowerTriangle = readonly (readonly number[])[];

/** @throws RangeError unless the rows make such a matrix of this size. */
export function requireLowerTriangle(rows: LowerTriangle, size: number): void {
	if (rows.length !== size) throw new RangeError(`A matrix for ${size} periods has ${size} rows.`);
	for (const [t, row] of rows.entries()) {
		if (row.length !== t + 1 || !row.every((entry) => Number.isSafeInteger(entry)))
			throw new RangeError(`Row ${t + 1} of a lower-triangular matrix has ${t + 1} whole numbers.`);
		if (row[t]! < 1) throw new RangeError(`Row ${t + 1} of the matrix does not end above 0, so it cannot be undone.`);
	}
}

/**
 * Each series times the matrix: exact for whole numbers whose size times `largestRow` stays below 2^53. The vector holds any
 * number of series, one after the other.
 */
export function multiply(rows: LowerTriangle, series: Float64Array): Float64Array {
	const out = new Float64Array(series.length);
	for (const start of starts(rows, series)) {
		for (const [t, row] of rows.entries()) {
			let sum = 0;
			for (let s = 0; s <= t; s++) sum += row[s]! * series[start + s]!;
			out[start + t] = sum;
		}
	}
	return out;
}

/** Each series times the inverse matrix, by forward substitution. */
export function solve(rows: LowerTriangle, series: Float64Array): Float64Array {
	const out = new Float64Array(series.length);
	for (const start of starts(rows, series)) {
		for (const [t, row] of rows.entries()) {
			let rest = series[start + t]!;
			for (let s = 0; s < t; s++) rest -= row[s]! * out[start + s]!;
			out[start + t] = rest / row[t]!;
		}
	}
	return out;
}

/** Rows of the inverse matrix, in which row t again holds columns 0 .. t. */
export function inverse(rows: LowerTriangle): Float64Array[] {
	const out = rows.map((_, t) => new Float64Array(t + 1));
	for (const [t, row] of rows.entries()) {
		const target = out[t]!;
		for (let s = 0; s < t; s++) {
			const known = out[s]!;
			for (let n = 0; n <= s; n++) target[n]! -= row[s]! * known[n]!;
		}
		target[t] = 1;
		for (let n = 0; n <= t; n++) target[n]! /= row[t]!;
	}
	return out;
}

/** Lower triangle of the products of all columns with each other: row t holds those of column t with columns 0 .. t. */
export function columnProducts(rows: LowerTriangle): Float64Array[] {
	const out = rows.map((_, t) => new Float64Array(t + 1));
	for (const row of rows) {
		for (const [t, entry] of row.entries()) {
			const target = out[t]!;
			for (let s = 0; s <= t; s++) target[s]! += entry * row[s]!;
		}
	}
	return out;
}

/** The most that a product's entry can be when no entry of the series is above 1 in size. */
export function largestRow(rows: LowerTriangle): number {
	return rows.reduce(
		(largest, row) =>
			Math.max(
				largest,
				row.reduce((sum, entry) => sum + Math.abs(entry), 0)
			),
		0
	);
}

function* starts(rows: LowerTriangle, series: Float64Array): Generator<number> {
	const periods = rows.length;
	if (series.length % periods !== 0)
		throw new RangeError(`A vector of series of ${periods} periods has a multiple of ${periods} places.`);
	for (let start = 0; start < series.length; start += periods) yield start;
}
