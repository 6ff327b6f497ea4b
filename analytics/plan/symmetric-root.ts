/** Square root, its inverse and its trace for a symmetric positive semidefinite matrix. */
export interface SymmetricRoot {
	readonly root: number[][];
	/** Pseudo-inverse: directions without weight stay out. */
	readonly inverse: number[][];
	readonly trace: number;
}

const SWEEPS = 30;
const NEGLIGIBLE = 1e-13;

/** By Jacobi's rotations (Golub and Van Loan, Matrix Computations, section 8.5): for matrices of some hundred rows. */
export function symmetricRoot(matrix: readonly (readonly number[])[]): SymmetricRoot {
	const { values, vectors } = eigen(matrix);
	const largest = Math.max(...values);
	const kept = values.map((value) => value > NEGLIGIBLE * largest);
	const roots = values.map((value, k) => (kept[k] ? Math.sqrt(value) : 0));
	return {
		root: composed(vectors, roots),
		inverse: composed(
			vectors,
			roots.map((r) => (r > 0 ? 1 / r : 0))
		),
		trace: roots.reduce((sum, r) => sum + r, 0)
	};
}

/** vectors[k] is the eigenvector of values[k]. */
function eigen(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
	const n = matrix.length;
	const a = matrix.map((row) => [...row]);
	const vectors = a.map((_, i) => Array.from({ length: n }, (__, j) => (i === j ? 1 : 0)));
	const scale = a.reduce((sum, row) => sum + row.reduce((s, x) => s + x * x, 0), 0);
	for (let sweep = 0; sweep < SWEEPS; sweep++) {
		let off = 0;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) off += a[p]![q]! ** 2;
		if (off <= 1e-30 * scale) break;
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
	}
	return { values: a.map((row, i) => Math.max(0, row[i]!)), vectors };
}

/** Turns rows and columns p and q so that their common entry becomes 0. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
	const common = a[p]![q]!;
	if (common === 0) return;
	const theta = (a[q]![q]! - a[p]![p]!) / (2 * common);
	const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
	const cosine = 1 / Math.hypot(tangent, 1);
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
