/**
 * Largest squared Euclidean length of the change that one unit of at most `spells` spells makes to a table whose series are
 * multiplied by the lower-triangular Toeplitz matrix with this first column. Exact when the table has as many cells as the
 * unit has spells; an upper bound otherwise. Proof: half-order.md.
 * @throws RangeError when spells in one cell could add up, which the proof excludes, or when the length reaches 2^53.
 */
export function spellCost(column: readonly number[], spells: number): number {
	if (!spellsNeverAddUp(column))
		throw new RangeError('The price rests on a matrix in which separate spells never add up.');
	const periods = column.length;
	const one = spellLengths(column);
	// best[t]: the largest total of the spells so far, all of which end by period t.
	let best = new Float64Array(periods + 1);
	for (let spell = 1; spell <= Math.min(spells, periods); spell++) {
		const next = new Float64Array(periods + 1);
		for (let to = 1; to <= periods; to++) {
			let largest = next[to - 1]!;
			for (let from = 0; from < to; from++) largest = Math.max(largest, best[from]! + one[to]![from]!);
			next[to] = largest;
		}
		best = next;
	}
	const cost = best[periods]!;
	if (!Number.isSafeInteger(cost))
		throw new RangeError('The price of so many periods would reach 2^53; use fewer periods.');
	return cost;
}

/**
 * Whether the columns of the matrix have inner products of at most 0, so that separate spells in one cell together cost no
 * more than each by itself. With no entry but the first above 0, it is enough to look at products with the first column.
 */
export function spellsNeverAddUp(column: readonly number[]): boolean {
	const periods = column.length;
	for (let lag = 1; lag < periods; lag++) {
		if (column[lag]! > 0) return false;
		let product = 0;
		for (let n = 0; n + lag < periods; n++) product += column[n]! * column[n + lag]!;
		if (product > 0) return false;
	}
	return true;
}

/** [to][from]: squared length of the change by a spell of the periods from .. to - 1. */
function spellLengths(column: readonly number[]): Float64Array[] {
	const periods = column.length;
	const sums: number[] = [];
	for (const entry of column) sums.push((sums.at(-1) ?? 0) + entry);
	const lengths = Array.from({ length: periods + 1 }, (_, to) => new Float64Array(to));
	for (let duration = 1; duration <= periods; duration++) {
		let length = 0;
		// After n + 1 periods from its start, counted back from the last period.
		for (let n = 0; n < periods; n++) {
			const difference = sums[n]! - (sums[n - duration] ?? 0);
			length += difference * difference;
			const from = periods - 1 - n;
			if (from + duration <= periods) lengths[from + duration]![from] = length;
		}
	}
	return lengths;
}
