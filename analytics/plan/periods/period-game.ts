import type { Plan } from '../../contract/plan.ts';
import { symmetricRoot } from './symmetric-root.ts';

/** One side of the game: it mixes lives of a unit, each a set of vectors u over the periods of cells, to make them costly. */
export interface Lives {
	/** Mean of the sum of u u^T over the present mixture. */
	moments(): number[][];
	/**
	 * Moves the mixture towards lives that cost more: the sum of u^T X u where X is this Gram matrix.
	 * @param mean cost of the present mixture
	 * @returns the largest cost of any life
	 */
	answer(gram: readonly (readonly number[])[], mean: number): number;
}

export interface Outcome {
	/** No Gram matrix does better against these lives: largest, or sum of, variances times largest cost. */
	readonly bound: number;
	/** What `gram` reaches, within the tolerance of the bound unless the steps ran out. */
	readonly reached: number;
	readonly gram: readonly (readonly number[])[];
}

const STEPS = 400;
const TOLERANCE = 5e-4;

/**
 * Plays the measurement of consecutive periods against lives that make it costly, until both nearly know their best.
 *
 * A Gaussian linear mechanism enters through its Gram matrix X alone: the variance of period t is (X^-1)_tt. For any mixture of
 * lives and weights w of periods, both adding up to 1, the largest cost is at least tr(X M), with M the moments of the mixture,
 * and the largest variance at least tr(W X^-1) >= (tr (W^1/2 M W^1/2)^1/2)^2 / tr(X M) by Cauchy-Schwarz, with equality at
 * X = W^1/2 (W^1/2 M W^1/2)^-1/2 W^1/2. Both kinds of weights grow where that X is costly or inaccurate; any of them give a
 * valid bound, and the best one met counts. For the sum of variances W is the identity.
 */
export function playPeriods(lives: Lives, periods: number, objective: Plan['objective']): Outcome {
	const isLargest = objective === 'max-variance';
	let weight = Array.from({ length: periods }, () => (isLargest ? 1 / periods : 1));
	let vectors: number[][] | undefined;
	let bound = 0;
	let reached = Infinity;
	let best: number[][] = [];
	for (let step = 0; step < STEPS && !(reached <= bound * (1 + TOLERANCE)); step++) {
		const moments = lives.moments();
		const halves = weight.map(Math.sqrt);
		const within = (matrix: number[][]) => matrix.map((row, s) => row.map((x, t) => x * halves[s]! * halves[t]!));
		const found = symmetricRoot(within(moments), vectors);
		const { root, inverse, trace } = found;
		const gram = within(inverse);
		const largest = lives.answer(gram, trace);
		const variance = isLargest ? Math.max(...root.map((row, t) => row[t]! / weight[t]!)) : trace;
		bound = Math.max(bound, trace * trace);
		if (largest * variance < reached) [reached, best] = [largest * variance, gram];
		// Times its variance: weight moves to the periods that are less accurate.
		if (isLargest) weight = normalised(root.map((row, t) => Math.max(row[t]!, 1e-12)));
		vectors = found.vectors;
	}
	return { bound, reached, gram: best };
}

function normalised(x: readonly number[]): number[] {
	const total = x.reduce((sum, value) => sum + value, 0);
	return x.map((value) => value / total);
}
