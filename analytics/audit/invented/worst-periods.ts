/** Rows of whole numbers: measured number t is the sum over periods p <= t of matrix[t][p] times the count of p. */
export type SeriesMatrix = readonly (readonly number[])[];

interface Spells {
	readonly cost: number;
	readonly chosen: readonly (readonly [period: number, spell: number])[];
}

/**
 * The periods of a unit that changes the measured numbers of a series the most, each with the number of its spell, every
 * spell in cells of its own: found by trying spells on the measurement itself, not from the formula of its price.
 */
export function worstPeriods(matrix: SeriesMatrix, spells: number): Spells['chosen'] {
	const periods = matrix.length;
	const cost = (from: number, to: number) =>
		matrix.reduce((sum, row) => sum + row.slice(from, to).reduce((z, factor) => z + factor, 0) ** 2, 0);
	// best[to]: the most that the spells so far can cost when they end by period `to`, and the periods of such spells.
	let best = Array.from({ length: periods + 1 }, (): Spells => ({ cost: 0, chosen: [] }));
	for (let spell = 0; spell < Math.min(spells, periods); spell++) {
		const next: Spells[] = [best[0]!];
		for (let to = 1; to <= periods; to++) {
			let most = next[to - 1]!;
			for (let from = 0; from < to; from++) {
				const total = best[from]!.cost + cost(from, to);
				if (total > most.cost) most = { cost: total, chosen: [...best[from]!.chosen, ...run(from, to, spell)] };
			}
			next.push(most);
		}
		best = next;
	}
	return best[periods]!.chosen;
}

/** Every period measured by itself. */
export function eachPeriod(periods: number): SeriesMatrix {
	return Array.from({ length: periods }, (_, t) => Array.from({ length: t + 1 }, (_, p) => (p === t ? 1 : 0)));
}

function run(from: number, to: number, spell: number): [number, number][] {
	return Array.from({ length: to - from }, (_, i) => [from + i, spell]);
}
