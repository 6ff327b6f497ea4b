/**
 * Solves matrix x = right for a symmetric positive definite matrix, row-major, by Cholesky's factors.
 * @returns null when the matrix is not positive definite
 */
export function solvePositive(matrix: Float64Array, right: Float64Array): Float64Array | null {
	const n = right.length;
	const lower = matrix.slice();
	for (let i = 0; i < n; i++) {
		for (let j = 0; j <= i; j++) {
			let sum = lower[i * n + j]!;
			for (let k = 0; k < j; k++) sum -= lower[i * n + k]! * lower[j * n + k]!;
			if (i === j && !(sum > 0)) return null;
			lower[i * n + j] = i === j ? Math.sqrt(sum) : sum / lower[j * n + j]!;
		}
	}
	const x = right.slice();
	for (let i = 0; i < n; i++) {
		for (let k = 0; k < i; k++) x[i]! -= lower[i * n + k]! * x[k]!;
		x[i]! /= lower[i * n + i]!;
	}
	for (let i = n - 1; i >= 0; i--) {
		x[i]! /= lower[i * n + i]!;
		for (let k = 0; k < i; k++) x[k]! -= lower[i * n + k]! * x[i]!;
	}
	return x;
}
