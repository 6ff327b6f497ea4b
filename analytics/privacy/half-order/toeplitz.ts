/**
 * Lower-triangular Toeplitz matrices of whole numbers, given by their first column, whose top entry is a power of two.
 * A vector holds any number of series, one after the other, each of as many places as the column.
 */

/** Each series times the matrix: exact for whole numbers whose size times `absoluteSum` stays below 2^53. */
export function multiply(column: readonly number[], series: Float64Array): Float64Array {
	const out = new Float64Array(series.length);
	for (const start of starts(column, series)) {
		for (let t = 0; t < column.length; t++) {
			let sum = 0;
			for (let n = 0; n <= t; n++) sum += column[n]! * series[start + t - n]!;
			out[start + t] = sum;
		}
	}
	return out;
}

/** Each series times the inverse matrix, by forward substitution: exact on whatever `multiply` made. */
export function solve(column: readonly number[], series: Float64Array): Float64Array {
	const out = new Float64Array(series.length);
	for (const start of starts(column, series)) {
		for (let t = 0; t < column.length; t++) {
			let rest = series[start + t]!;
			for (let n = 1; n <= t; n++) rest -= column[n]! * out[start + t - n]!;
			out[start + t] = rest / column[0]!;
		}
	}
	return out;
}

/** First column of the inverse matrix, itself lower-triangular and Toeplitz. */
export function inverse(column: readonly number[]): Float64Array {
	const unit = new Float64Array(column.length);
	unit[0] = 1;
	return solve(column, unit);
}

/** The most that a product's entry can be when no entry of the series is above 1 in size. */
export function absoluteSum(column: readonly number[]): number {
	return column.reduce((sum, entry) => sum + Math.abs(entry), 0);
}

function* starts(column: readonly number[], series: Float64Array): Generator<number> {
	const periods = column.length;
	if (series.length % periods !== 0)
		throw new RangeError(`A vector of series of ${periods} periods has a multiple of ${periods} places.`);
	for (let start = 0; start < series.length; start += periods) yield start;
}
