import { tableRegions, type Domain } from '../../analytics/contract/domain.ts';
import { domainOf, treeOf } from '../../analytics/plan/testing.ts';

/**
 * What a Gaussian linear mechanism of unit cost reaches at best, for any small domain: by eigenvalues of the whole matrix of
 * leaf cells, without components or symmetry. With Q the sum of importance q q^T over the cells q, and weights d of
 * the leaf cells that add up to 1, (tr M^1/2)^2 with M = D^1/2 Q D^1/2 is a lower bound on the sum of importance x
 * variance, and the largest one over d is reached. For the largest variance / target^2 the importances are dual weights.
 */
export function denseLeast(domain: Domain, kind: 'sum-of-variances' | 'max-variance', tolerance: number): number {
	const queries = queriesOf(domain);
	const scale = queries.map(({ target }) => 1 / target ** 2);
	const size = queries[0]!.cells.length;
	let importance = queries.map(({ weight }, k) => (kind === 'max-variance' ? scale[k]! / queries.length : weight));
	let d = new Array<number>(size).fill(1 / size);
	for (;;) {
		const m = d.map((_, i) =>
			d.map((_, j) => {
				const q = queries.reduce((sum, { cells }, k) => sum + importance[k]! * cells[i]! * cells[j]!, 0);
				return q * Math.sqrt(d[i]! * d[j]!);
			})
		);
		const { root, inverse } = squareRoot(m);
		const trace = root.reduce((sum, row, i) => sum + row[i]!, 0);
		const variance = queries.map(({ cells }) => {
			const scaled = cells.map((x, i) => x * Math.sqrt(d[i]!));
			return (
				trace *
				dot(
					scaled,
					inverse.map((row) => dot(row, scaled))
				)
			);
		});
		// The mechanism that belongs to these weights costs max(load), and scaled to unit cost it reaches this value.
		const load = root.map((row, i) => row[i]! / d[i]! / trace);
		const value = kind === 'max-variance' ? Math.max(...variance.map((v, k) => v * scale[k]!)) : trace ** 2;
		if ((value * Math.max(...load)) / trace ** 2 - 1 < tolerance) return trace ** 2;
		d = d.map((x, i) => x * load[i]!);
		if (kind === 'max-variance') importance = importance.map((x, k) => (x * variance[k]! * scale[k]!) / trace ** 2);
	}
}

/** A random tree of three levels with leaves at any depth, x an attribute of 1 to 3 codes. */
export function randomIrregular(random: (below: number) => number, mostCells: number): Domain {
	const few = () => Array.from({ length: 2 + random(3) }, () => random(4));
	const tree = treeOf([[2 + random(2)], few(), few()]);
	const codes = 1 + random(3);
	if (tree.leaves().length * codes > mostCells) return randomIrregular(random, mostCells);
	const domain = domainOf([codes], random(2) === 0 ? [[], [0]] : [[0]], tree);
	const tables = domain.tables.map((table) => ({ ...table, weight: 1 + random(5), target: 1 + random(5) }));
	return { ...domain, tables };
}

interface Query {
	/** By leaf and code of the one attribute: 1 when the cell counts it. */
	readonly cells: readonly number[];
	readonly weight: number;
	readonly target: number;
}

function queriesOf(domain: Domain): Query[] {
	const tree = domain.region!.tree;
	const codes = domain.attributes[0]!.codes.map((_, code) => code);
	const leaves = tree.leaves();
	const isBelow = (leaf: number, node: number) => {
		let v = leaf;
		while (v !== node && v > 0) v = tree.parent[v]!;
		return v === node;
	};
	return domain.tables.flatMap((table) =>
		tableRegions(domain, table)!.flatMap((node) =>
			(table.by.length === 0 ? [null] : codes).map((wanted) => ({
				cells: leaves.flatMap((leaf) =>
					codes.map((code) => (isBelow(leaf, node) && (wanted === null || wanted === code) ? 1 : 0))
				),
				weight: table.weight,
				target: table.target!
			}))
		)
	);
}

/** The square root of a symmetric positive definite matrix, and its inverse, by Jacobi's rotations. */
function squareRoot(matrix: readonly (readonly number[])[]): { root: number[][]; inverse: number[][] } {
	const n = matrix.length;
	const a = matrix.map((row) => [...row]);
	const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)));
	const size = a.reduce((sum, row, i) => sum + row[i]!, 0);
	while (a.some((row, i) => row.some((x, j) => j < i && Math.abs(x) > 1e-15 * size))) {
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, vectors, p, q);
	}
	const made = (values: readonly number[]) =>
		vectors.map((one) => vectors.map((other) => values.reduce((sum, x, k) => sum + x * one[k]! * other[k]!, 0)));
	const roots = a.map((row, i) => Math.sqrt(row[i]!));
	return { root: made(roots), inverse: made(roots.map((x) => 1 / x)) };
}

/** Turns rows and columns p and q so that their common entry becomes 0 (Golub and Van Loan, section 8.5). */
function rotate(a: number[][], vectors: number[][], p: number, q: number): void {
	if (a[p]![q] === 0) return;
	const tau = (a[q]![q]! - a[p]![p]!) / (2 * a[p]![q]!);
	const t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.hypot(1, tau));
	const c = 1 / Math.hypot(1, t);
	const s = t * c;
	for (const row of a) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
	for (let k = 0; k < a.length; k++)
		[a[p]![k], a[q]![k]] = [c * a[p]![k]! - s * a[q]![k]!, s * a[p]![k]! + c * a[q]![k]!];
	for (const row of vectors) [row[p], row[q]] = [c * row[p]! - s * row[q]!, s * row[p]! + c * row[q]!];
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, x, i) => sum + x * b[i]!, 0);
}
