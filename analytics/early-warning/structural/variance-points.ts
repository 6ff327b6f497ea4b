import { cholesky, choleskyInverse, type Matrix } from '../statistics/cholesky.ts';

/** One guess of what is unknown, and its share of the belief. */
export interface Point {
	readonly at: readonly number[];
	readonly weight: number;
}

/** Step of the second differences, in logs: small beside how well variances of short series are known. */
const STEP = 0.25;
/** How far the points lie out, in the units in which a normal belief would put them at the square root of their number of dimensions. */
const RADIUS = 1.1;

/** Minus the second derivatives of f at x, by central differences. */
function curvature(f: (x: readonly number[]) => number, x: readonly number[]): number[][] {
	const moved = (...steps: readonly (readonly [axis: number, step: number])[]) => {
		const at = [...x];
		for (const [axis, step] of steps) at[axis]! += step;
		return f(at);
	};
	const matrix = x.map(() => x.map(() => 0));
	x.forEach((_, i) => {
		for (let j = 0; j <= i; j++) {
			const corners =
				moved([i, STEP], [j, STEP]) -
				moved([i, STEP], [j, -STEP]) -
				moved([i, -STEP], [j, STEP]) +
				moved([i, -STEP], [j, -STEP]);
			matrix[i]![j] = matrix[j]![i] = -corners / (2 * STEP) ** 2;
		}
	});
	return matrix;
}

/** A lower triangle L with L L' = the covariance of a normal of this curvature; that of `otherwise` where there is none. */
function spreadOf(bend: Matrix, otherwise: Matrix): number[][] {
	try {
		return cholesky(choleskyInverse(cholesky(bend)));
	} catch (error) {
		if (error instanceof RangeError) return cholesky(otherwise);
		throw error;
	}
}

/**
 * A belief as a few weighed points: its highest place and two on each axis of the normal that has its curvature there, weighed so
 * that of a normal the mean and the covariance are exact, and then by how far the belief differs from that normal at each (a
 * design of the kind of Rue, Martino & Chopin, JRSS B 71:319, 2009, section 6.5).
 * @param logBelief up to a constant
 * @param top where it is highest
 * @param otherwise covariance to go by where the belief has no peak
 */
export function pointsOf(
	logBelief: (x: readonly number[]) => number,
	top: readonly number[],
	otherwise: Matrix
): Point[] {
	const d = top.length;
	const spread = spreadOf(curvature(logBelief, top), otherwise);
	const highest = logBelief(top);
	const radius = RADIUS * Math.sqrt(d);
	const around = top.flatMap((_, axis) =>
		[radius, -radius].map((step) => {
			const at = top.map((value, i) => value + step * spread[i]![axis]!);
			const excess = logBelief(at) - highest + radius ** 2 / 2;
			return { at, weight: Math.exp(excess) / (2 * d * RADIUS ** 2) };
		})
	);
	const all = [{ at: top, weight: 1 - 1 / RADIUS ** 2 }, ...around];
	const total = all.reduce((sum, { weight }) => sum + weight, 0);
	return all.map(({ at, weight }) => ({ at, weight: weight / total }));
}
