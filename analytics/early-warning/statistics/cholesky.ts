/** A small matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/**
 * The lower triangle L with L L' = a, for a symmetric positive definite matrix of a few rows.
 * @throws RangeError when it is not positive definite, or so nearly not that nothing can be told from it.
 */
export function cholesky(a: Matrix): number[][] {
	const l: number[][] = [];
	for (const [i, row] of a.entries()) {
		l.push(row.map(() => 0));
		for (let j = 0; j <= i; j++) {
			let sum = row[j]!;
			for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
			if (i === j && !(sum > 1e-14 * row[i]!)) throw new RangeError('the matrix is not positive definite');
			l[i]![j] = i === j ? Math.sqrt(sum) : sum / l[j]![j]!;
		}
	}
	return l;
}

/** The x with L L' x = b. */
export function choleskySolve(l: Matrix, b: readonly number[]): number[] {
	const x = [...b];
	for (let i = 0; i < x.length; i++) {
		for (let k = 0; k < i; k++) x[i]! -= l[i]![k]! * x[k]!;
		x[i]! /= l[i]![i]!;
	}
	for (let i = x.length - 1; i >= 0; i--) {
		for (let k = i + 1; k < x.length; k++) x[i]! -= l[k]![i]! * x[k]!;
		x[i]! /= l[i]![i]!;
	}
	return x;
}

/** The inverse of L L'. */
export function choleskyInverse(l: Matrix): number[][] {
	// The inverse is symmetric, so its columns are its rows.
	return l.map((_, j) =>
		choleskySolve(
			l,
			l.map((_, i) => (i === j ? 1 : 0))
		)
	);
}
