/** Square root, its inverse and its trace for a symmetric positive semidefinite matrix. */
export interface SymmetricRoot {
	readonly root: number[][];
	/** Pseudo-inverse: directions without weight stay out. */
	readonly inverse: number[][];
	readonly trace: number;
	/** Orthonormal eigenvectors, as rows: a good start for a matrix that is nearly the same. */
	readonly vectors: number[][];
}

const SWEEPS = 30;
const NEGLIGIBLE = 1e-13;
/** Part of the squared size of a matrix that may be left off its diagonal. */
const OFF_DIAGONAL = 1e-26;

/**
 * By Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5): for matrices of some hundred rows.
 * @param start orthonormal rows, the nearer to the eigenvectors the quicker; absent: the axes
 */
export function symmetricRoot(
	matrix: readonly (readonly number[])[],
	start?: readonly (readonly number[])[]
): SymmetricRoot {
	const { values, vectors } = eigen(matrix, start);
	const largest = Math.max(...values);
	const roots = values.map((value) => (value > NEGLIGIBLE * largest ? Math.sqrt(value) : 0));
	return {
		root: composed(vectors, roots),
		inverse: composed(
			vectors,
			roots.map((r) => (r > 0 ? 1 / r : 0))
		),
		trace: roots.reduce((sum, r) => sum + r, 0),
		vectors
	};
}

/** vectors[k] is the eigenvector of values[k]. */
function eigen(
	matrix: readonly (readonly number[])[],
	start: readonly (readonly number[])[] | undefined
): { values: number[]; vectors: number[][] } {
	const n = matrix.length;
	const vectors =
		start?.map((row) => [...row]) ?? matrix.map((_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
	const a = start === undefined ? matrix.map((row) => [...row]) : turned(matrix, start);
	const scale = a.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		let off = 0;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2;
		if (off <= OFF_DIAGONAL * scale) break;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
	}
	return { values: a.map((row, i) => Math.max(0, row[i]!)), vectors };
}

/** The matrix in the coordinates of these axes. */
function turned(matrix: readonly (readonly number[])[], axes: readonly (readonly number[])[]): number[][] {
	const halfway = axes.map((axis) => matrix.map((row) => dot(axis, row)));
	return halfway.map((row) => axes.map((axis) => dot(row, axis)));
}

function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
	return sum;
}

/** Turns rows and columns p and q so that their common entry becomes 0. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
	const common = a[p]![q]!;
	if (common === 0) return;
	const theta = (a[q]![q]! - a[p]![p]!) / (2 * common);
	const tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const cosine = 1 / Math.sqrt(tangent * tangent + 1);
	const sine = tangent * cosine;
	for (let k = 0; k < a.length; k++) {
		const [x, y] = [a[k]![p]!, a[k]![q]!];
		a[k]![p] = cosine * x - sine * y;
		a[k]![q] = sine * x + cosine * y;
	}
	turnRows(a, p, q, cosine, sine);
	turnRows(vectors, p, q, cosine, sine);
}

function turnRows(rows: number[][], p: number, q: number, cosine: number, sine: number): void {
	const [rowP, rowQ] = [rows[p]!, rows[q]!];
	for (let k = 0; k < rowP.length; k++) {
		const [x, y] = [rowP[k]!, rowQ[k]!];
		rowP[k] = cosine * x - sine * y;
		rowQ[k] = sine * x + cosine * y;
	}
}

function composed(vectors: readonly (readonly number[])[], factors: readonly number[]): number[][] {
	const n = vectors.length;
	const out = Array.from({ length: n }, () => new Array<number>(n).fill(0));
	for (const [k, vector] of vectors.entries()) {
		if (factors[k] === 0) continue;
		for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[i]![j]! += factors[k]! * vector[i]! * vector[j]!;
	}
	return out;
}
