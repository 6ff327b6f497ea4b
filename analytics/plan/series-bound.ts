import { symmetricRoot } from './symmetric-root.ts';

const STEPS = 200;
const TOLERANCE = 1e-4;
/** A longer series is at least as hard as its first periods, and its sum as the sums of its parts: that takes a second. */
const MOST_PERIODS = 24;

/**
 * A value below which no Gaussian linear mechanism can bring the largest variance of one cell's periods, and one for the sum of
 * its variances, at unit cost for every unit with at most `spells` spells.
 *
 * A mechanism enters through its Gram matrix X alone: the variance of period t is (X^-1)_tt, and a unit with status path u
 * costs u^T X u. For any weights p of paths and w of periods, each adding up to 1, the cost is at least tr(X M) with
 * M = sum p u u^T, and the largest variance at least tr(W X^-1) >= (tr (W^1/2 M W^1/2)^1/2)^2 / tr(X M) by Cauchy-Schwarz. Both
 * kinds of weights are improved by multiplicative steps; any of them give a valid bound, and the best one met counts.
 */
export function seriesBound(
	periods: number,
	spells: number
): { readonly 'max-variance': number; readonly 'sum-of-variances': number } {
	const length = Math.min(periods, MOST_PERIODS);
	const paths = statusPaths(length, spells);
	return {
		'max-variance': bestBound(length, paths, true),
		'sum-of-variances': Math.floor(periods / length) * bestBound(length, paths, false)
	};
}

function bestBound(periods: number, paths: readonly Uint8Array[], isLargest: boolean): number {
	let chance = paths.map(() => 1 / paths.length);
	let weight = Array.from({ length: periods }, () => (isLargest ? 1 / periods : 1));
	let best = 0;
	for (let step = 0; step < STEPS; step++) {
		const moments = momentsOf(periods, paths, chance);
		const scaled = moments.map((row, s) => row.map((m, t) => m * Math.sqrt(weight[s]! * weight[t]!)));
		const { root, inverse, trace } = symmetricRoot(scaled);
		best = Math.max(best, trace * trace);
		// Of the mechanism that attains the bound at these weights: the cost of each path and the variance of each period.
		const gram = inverse.map((row, s) => row.map((x, t) => x * Math.sqrt(weight[s]! * weight[t]!)));
		const cost = paths.map((path) => quadratic(gram, path));
		const variance = root.map((row, t) => row[t]! / weight[t]!);
		const value = isLargest ? Math.max(...variance) : trace;
		if (Math.max(...cost) * value <= trace * trace * (1 + TOLERANCE)) break;
		chance = normalised(chance.map((p, k) => p * Math.max(cost[k]!, 0)));
		if (isLargest) weight = normalised(weight.map((_, t) => Math.max(root[t]![t]!, 1e-12)));
	}
	return best;
}

/** Status paths with one spell of any length, and alternating ones with as many spells as allowed. */
function statusPaths(periods: number, spells: number): Uint8Array[] {
	const paths: Uint8Array[] = [];
	for (let from = 0; from < periods; from++)
		for (let to = from + 1; to <= periods; to++)
			paths.push(Uint8Array.from({ length: periods }, (_, t) => (t >= from && t < to ? 1 : 0)));
	if (spells === 1) return paths;
	for (let length = 1; 2 * length <= periods; length++)
		for (let offset = 0; offset < 2 * length; offset++)
			paths.push(
				Uint8Array.from({ length: periods }, (_, t) => {
					const turn = Math.floor((t + offset) / (2 * length));
					return turn < spells && (t + offset) % (2 * length) < length ? 1 : 0;
				})
			);
	return paths;
}

function momentsOf(periods: number, paths: readonly Uint8Array[], chance: readonly number[]): number[][] {
	const moments = Array.from({ length: periods }, () => new Array<number>(periods).fill(0));
	for (const [k, path] of paths.entries()) {
		for (let s = 0; s < periods; s++) {
			if (path[s] === 0) continue;
			const row = moments[s]!;
			for (let t = 0; t < periods; t++) row[t]! += chance[k]! * path[t]!;
		}
	}
	return moments;
}

function quadratic(matrix: readonly (readonly number[])[], path: Uint8Array): number {
	let sum = 0;
	for (let s = 0; s < path.length; s++) {
		if (path[s] === 0) continue;
		const row = matrix[s]!;
		for (let t = 0; t < path.length; t++) sum += row[t]! * path[t]!;
	}
	return sum;
}

function normalised(x: readonly number[]): number[] {
	const total = x.reduce((sum, value) => sum + value, 0);
	return x.map((value) => value / total);
}
