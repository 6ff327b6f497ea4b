import type { Lives } from './period-game.ts';

/** Periods at which a status changes: the spells last from the first to the second, from the third to the fourth, ... */
type Changes = readonly number[];

/** Lives of more than one spell begin and end at multiples of a part of the horizon, one of at most this many parts. */
const PARTS = 8;

/**
 * Lives of at most `spells` spells that all lie in one cell, so that they bound every mechanism, whatever its cells: all lives
 * of one spell, all lives on a grid of eight parts of the horizon, and those that alternate steadily.
 */
export function cellLives(periods: number, spells: number): Lives {
	const lives = [...new Map([...livesOf(periods, spells)].map((life) => [life.join(), life])).values()];
	let chances = lives.map(() => 1 / lives.length);
	return {
		moments() {
			const steps = square(periods + 1);
			for (const [k, life] of lives.entries())
				for (const [i, s] of life.entries())
					for (const [j, t] of life.entries()) steps[s]![t]! += (i + j) % 2 === 0 ? chances[k]! : -chances[k]!;
			return runningSums(steps, periods);
		},
		answer(gram, mean) {
			const rest = sumsFrom(gram);
			const costs = lives.map((life) => {
				let cost = 0;
				for (const [i, s] of life.entries())
					for (const [j, t] of life.entries()) cost += (i + j) % 2 === 0 ? rest[s]![t]! : -rest[s]![t]!;
				return Math.max(cost, 0);
			});
			const grown = chances.map((chance, k) => chance * (costs[k]! / mean) ** 2);
			const total = grown.reduce((sum, chance) => sum + chance, 0);
			chances = grown.map((chance) => chance / total);
			return costs.reduce((largest, cost) => Math.max(largest, cost), 0);
		}
	};
}

function* livesOf(periods: number, spells: number): Generator<Changes> {
	for (let from = 0; from < periods; from++) for (let to = from + 1; to <= periods; to++) yield [from, to];
	if (spells === 1) return;
	yield* subsets(grid(periods), 2 * spells);
	for (let length = 1; 2 * length <= periods; length++)
		for (let offset = 0; offset < 2 * length; offset++) yield alternating(periods, spells, length, offset);
}

function grid(periods: number): number[] {
	const parts = Math.min(periods, PARTS);
	return Array.from({ length: parts + 1 }, (_, i) => Math.round((i * periods) / parts));
}

/** Of every even size from 2 to `most`, in order. */
function* subsets(places: readonly number[], most: number): Generator<number[]> {
	for (let set = 1; set < 2 ** places.length; set++) {
		const chosen = places.filter((_, i) => ((set >> i) & 1) === 1);
		if (chosen.length % 2 === 0 && chosen.length <= most) yield chosen;
	}
}

/** Spells of one length with gaps of that length, the first one begun `offset` periods ago. */
function alternating(periods: number, spells: number, length: number, offset: number): Changes {
	const changes: number[] = [];
	for (let from = -offset; from < periods && changes.length < 2 * spells; from += 2 * length)
		if (from + length > 0) changes.push(Math.max(from, 0), Math.min(from + length, periods));
	return changes;
}

/** [s][t]: the sum of all entries up to row s and column t. */
function runningSums(steps: readonly (readonly number[])[], periods: number): number[][] {
	const sums = square(periods);
	for (let s = 0; s < periods; s++) {
		let inRow = 0;
		for (let t = 0; t < periods; t++) {
			inRow += steps[s]![t]!;
			sums[s]![t] = inRow + (s > 0 ? sums[s - 1]![t]! : 0);
		}
	}
	return sums;
}

/** [s][t]: the sum of all entries from row s and column t on. */
function sumsFrom(matrix: readonly (readonly number[])[]): number[][] {
	const periods = matrix.length;
	const sums = square(periods + 1);
	for (let s = periods - 1; s >= 0; s--) {
		let inRow = 0;
		for (let t = periods - 1; t >= 0; t--) {
			inRow += matrix[s]![t]!;
			sums[s]![t] = inRow + sums[s + 1]![t]!;
		}
	}
	return sums;
}

function square(size: number): number[][] {
	return Array.from({ length: size }, () => new Array<number>(size).fill(0));
}
