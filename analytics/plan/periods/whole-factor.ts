import type { LowerTriangle } from 'diffprivlib-js';

/**
 * Lower-triangular whole numbers B with B^T B near a symmetric matrix times scale^2, and no product of two columns above 0:
 * Cholesky's factor from the last row up, each row rounded in view of the rounded ones below it.
 *
 * With b the rows of B, the product of columns s < t is b_ts b_tt + (the sum of b_rs b_rt over r > t), so that the sum, which is
 * whole and known, decides how large b_ts can be.
 * @returns null when rounding leaves nothing above 0 for the diagonal
 */
export function wholeFactor(matrix: readonly (readonly number[])[], scale: number): LowerTriangle | null {
	const periods = matrix.length;
	const rows = Array.from({ length: periods }, (_, t) => new Array<number>(t + 1).fill(0));
	for (let t = periods - 1; t >= 0; t--) {
		/** Sum of b_rs b_rt over the rows below. */
		const below = (s: number) => {
			let sum = 0;
			for (let r = t + 1; r < periods; r++) sum += rows[r]![s]! * rows[r]![t]!;
			return sum;
		};
		const row = rows[t]!;
		const last = Math.round(Math.sqrt(matrix[t]![t]! * scale * scale - below(t)));
		if (!(last >= 1)) return null;
		row[t] = last;
		for (let s = 0; s < t; s++) {
			const sum = below(s);
			const nearest = Math.round((matrix[t]![s]! * scale * scale - sum) / last);
			// Without -0, which JSON does not know.
			row[s] = Math.min(nearest, Math.floor(-sum / last)) + 0;
		}
	}
	return rows;
}
