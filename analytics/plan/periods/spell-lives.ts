import { dearestSpells, spellLengths } from 'diffprivlib-js';
import type { Lives } from './period-game.ts';

/** How fast weight moves to costly lives. Larger is quicker until it overshoots; the game stops by its own certificate. */
const RATE = 4;

/**
 * All lives of at most `spells` spells in different cells. There are too many to list, but the weight of each is the product of
 * weights of its spells (exponential weights: Littlestone and Warmuth, "The weighted majority algorithm", 1994), so that the
 * chance of a spell follows from sums over what comes before it and after it.
 */
export function spellLives(periods: number, spells: number): Lives {
	const most = Math.min(spells, periods);
	/** [to][from]: logarithm of the weight of a spell of the periods from .. to - 1. */
	const scores = Array.from({ length: periods + 1 }, (_, to) => new Float64Array(to));
	return {
		moments: () => momentsOf(chancesOf(scores, most)),
		answer(gram, mean) {
			const lengths = spellLengths(gram);
			for (const [to, score] of scores.entries())
				for (let from = 0; from < to; from++) score[from]! += (RATE * lengths[to]![from]!) / mean;
			return dearestSpells(lengths, most);
		}
	};
}

/** [to][from]: the chance that a life has this spell. */
function chancesOf(scores: readonly Float64Array[], most: number): Float64Array[] {
	const periods = scores.length - 1;
	const table = () => Array.from({ length: most + 1 }, () => new Float64Array(periods + 1).fill(-Infinity));
	// Logarithms of the total weight of `count` spells up to a period, and of at most the rest of the spells from it on.
	const before = table();
	const after = table();
	for (let count = 0; count <= most; count++) {
		for (let to = 0; to <= periods; to++) {
			const ways = to === 0 ? [count === 0 ? 0 : -Infinity] : [before[count]![to - 1]!];
			if (count > 0) for (let from = 0; from < to; from++) ways.push(before[count - 1]![from]! + scores[to]![from]!);
			before[count]![to] = logOfSum(ways);
		}
	}
	for (let count = most; count >= 0; count--) {
		for (let from = periods; from >= 0; from--) {
			const ways = [from === periods ? 0 : after[count]![from + 1]!];
			if (count < most)
				for (let to = from + 1; to <= periods; to++) ways.push(scores[to]![from]! + after[count + 1]![to]!);
			after[count]![from] = logOfSum(ways);
		}
	}
	// The life without spells, of weight 1, costs nothing and is left out.
	const all = after[0]![0]! + Math.log1p(-Math.exp(-after[0]![0]!));
	return scores.map((row, to) =>
		row.map((score, from) => {
			let chance = 0;
			for (let count = 0; count < most; count++)
				chance += Math.exp(before[count]![from]! + score + after[count + 1]![to]! - all);
			return chance;
		})
	);
}

/** [s][t]: the chance that one spell holds both periods. */
function momentsOf(chances: readonly Float64Array[]): number[][] {
	const periods = chances.length - 1;
	const moments = Array.from({ length: periods }, () => new Array<number>(periods).fill(0));
	for (let s = 0; s < periods; s++) {
		for (let t = periods - 1; t >= s; t--) {
			const earlier = s > 0 ? moments[s - 1]! : null;
			const later = t + 1 < periods ? moments[s]![t + 1]! : 0;
			const twice = earlier !== null && t + 1 < periods ? earlier[t + 1]! : 0;
			moments[s]![t] = chances[t + 1]![s]! + (earlier?.[t] ?? 0) + later - twice;
			moments[t]![s] = moments[s]![t]!;
		}
	}
	return moments;
}

function logOfSum(logs: readonly number[]): number {
	const largest = Math.max(...logs);
	if (largest === -Infinity) return largest;
	let sum = 0;
	for (const log of logs) sum += Math.exp(log - largest);
	return largest + Math.log(sum);
}
