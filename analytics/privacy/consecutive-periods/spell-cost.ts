import { columnProducts, type LowerTriangle } from './lower-triangle.ts';

/**
 * Largest squared Euclidean length of the change that one unit of at most `spells` spells makes to a table whose series are
 * multiplied by this matrix. Exact when the table has as many cells as the unit has spells; an upper bound otherwise.
 * Proof: consecutive-periods.md.
 * @throws RangeError when spells in one cell could add up, which the proof excludes, or when lengths could reach 2^53.
 */
export function spellCost(matrix: LowerTriangle, spells: number): number {
	const products = columnProducts(matrix);
	const trace = products.reduce((sum, row, t) => sum + row[t]!, 0);
	if (!Number.isSafeInteger(trace))
		throw new RangeError('The price of so many periods could reach 2^53; use fewer periods.');
	for (const [t, row] of products.entries())
		for (let s = 0; s < t; s++)
			if (row[s]! > 0) throw new RangeError('The price rests on a matrix in which separate spells never add up.');
	return dearestSpells(spellLengths(products), spells);
}

/**
 * [to][from]: squared length of the change by a spell of the periods from .. to - 1, where B is the matrix and `products` the
 * lower triangle of B^T B, or any symmetric matrix in its place.
 */
export function spellLengths(products: readonly ArrayLike<number>[]): Float64Array[] {
	const lengths = [new Float64Array(0)];
	for (const [t, row] of products.entries()) {
		const before = lengths[t]!;
		const length = new Float64Array(t + 1);
		/** Products of period t with the periods from .. t - 1. */
		let joint = 0;
		for (let from = t; from >= 0; from--) {
			if (from < t) joint += row[from]!;
			length[from] = (from < t ? before[from]! : 0) + 2 * joint + row[t]!;
		}
		lengths.push(length);
	}
	return lengths;
}

/** The largest total of the lengths of at most `spells` spells that have no period in common. */
export function dearestSpells(lengths: readonly Float64Array[], spells: number): number {
	const periods = lengths.length - 1;
	// best[t]: the largest total of the spells so far, all of which end by period t.
	let best = new Float64Array(periods + 1);
	for (let spell = 1; spell <= Math.min(spells, periods); spell++) {
		const next = new Float64Array(periods + 1);
		for (let to = 1; to <= periods; to++) {
			const length = lengths[to]!;
			let largest = next[to - 1]!;
			for (let from = 0; from < to; from++) largest = Math.max(largest, best[from]! + length[from]!);
			next[to] = largest;
		}
		best = next;
	}
	return best[periods]!;
}
