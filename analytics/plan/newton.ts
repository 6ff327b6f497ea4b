import { solvePositive } from './cholesky.ts';
import { derivatives } from './derivatives.ts';
import { adjusted, inner, largest, sharpened, type Candidate, type Objective } from './objective.ts';
import { cellVariances, type PerCell, type Workload } from './workload.ts';

/** Fewer would end before they are worth more than multiplicative ones. */
const MIN_STEPS = 20;
const MAX_STEPS = 100;
/** Bounds the time of one plan, in passes over one class of the tree: about 0.1 microseconds each. */
const MAX_WORK = 8e7;
/** Multiplications in the time of one pass over a class. */
const PRODUCTS = 100;
/** Powers of the penalty on variances. */
const FIRST_POWER = { least: 4, most: 32 };
const GROWTH = 4;
const LAST_POWER = 2_000;
/** No share changes by a larger factor in one step. */
const LONGEST = Math.log(100);
const HALVINGS = 20;
/** Cells with less of the penalty do not bend it. */
const NEGLIGIBLE = 1e-10;
const ROUNDING = 1e-12;

/**
 * Newton's steps in the logarithms of the shares, from shares that are nearly right. For a sum of variances they minimise it.
 * For the largest variance they minimise sum m v^(1 + power), where v is the variance of a cell against its target, and then
 * multiply m by v^power: the method of multipliers (Bertsekas 1982, Constrained Optimization and Lagrange Multiplier Methods,
 * chapter 5). In its limit the largest variances are equal, and m proves that no shares make them smaller.
 */
export function refined(workload: Workload, objective: Objective, start: Candidate, tolerance: number): Candidate {
	let { shares, importance } = start;
	let best = start;
	let power = objective.kind === 'max-variance' ? firstPower(start) : 0;
	for (let left = newtonSteps(workload); left > 0 && best.value > best.lower * (1 + tolerance); left--) {
		const penalty: Penalty = { workload, objective, importance, power };
		const point = pointAt(penalty, shares);
		const lower = Math.max(best.lower, point.lower);
		best = point.value < best.value ? { shares, importance, value: point.value, lower } : { ...best, lower };
		const isMinimal = point.sum / point.lower <= point.value / point.sum;
		const next = isMinimal ? null : descended(penalty, point);
		if (next !== null) shares = next;
		else if (power === 0) break;
		else {
			importance = point.importance;
			power = isMinimal ? Math.min(LAST_POWER, power * GROWTH) : Math.max(1, power / GROWTH);
		}
	}
	return best;
}

/** A penalty is as steep as the variances are level. */
function firstPower({ value, lower }: Candidate): number {
	return Math.max(FIRST_POWER.least, Math.min(FIRST_POWER.most, 1 / (value / lower - 1)));
}

/** Sum of importance x variance x (variance against target)^power. */
interface Penalty {
	readonly workload: Workload;
	readonly objective: Objective;
	readonly importance: PerCell;
	readonly power: number;
}

interface Point {
	readonly shares: Float64Array;
	readonly variance: PerCell;
	/** Weights of the variances in the slope of the penalty. */
	readonly importance: PerCell;
	/** Sum of the variances with these weights. */
	readonly sum: number;
	readonly value: number;
	readonly lower: number;
	/** Loss of the sum for the logarithm of each share, as a part of it. */
	readonly gain: Float64Array;
	/** Second derivatives of the penalty, as a part of it, to the logarithms of the shares. */
	readonly curvature: Float64Array;
}

function pointAt(
	{ workload, objective: { kind, weights }, importance: before, power }: Penalty,
	shares: Float64Array
): Point {
	const variance = cellVariances(workload, shares);
	const worst = largest(variance, weights);
	const importance = kind === 'max-variance' ? sharpened(before, variance, weights, worst, power) : before;
	const sum = inner(importance, variance);
	const part = (q: number, i: number) => (importance[q]![i]! * variance[q]![i]!) / sum;
	const bending = variance.map((cells, q) =>
		Int32Array.from(power === 0 ? [] : cells.keys()).filter((i) => part(q, i) > NEGLIGIBLE)
	);
	const classes = bending.map((places, q) => places.map((i) => workload.cuts[q]![i]!));
	const found = derivatives(workload, shares, importance, classes);
	const gain = found.gain.map((g) => g / sum);
	const curvature = found.curvature.map((c) => c / sum);
	const tables = shares.length;
	for (const [q, places] of bending.entries()) {
		for (const [c, i] of places.entries()) {
			const slope = found.slopes[q]!.subarray(c * tables, (c + 1) * tables);
			addSquare(curvature, slope, (power * part(q, i)) / variance[q]![i]! ** 2);
		}
	}
	const heaviest = gain.reduce((max, g, q) => Math.max(max, g / shares[q]!), 0);
	const value = kind === 'max-variance' ? worst : sum;
	return { shares, variance, importance, sum, value, lower: sum / heaviest, gain, curvature };
}

function addSquare(matrix: Float64Array, x: Float64Array, factor: number): void {
	const n = x.length;
	for (let i = 0; i < n; i++) {
		const scaled = factor * x[i]!;
		if (scaled === 0) continue;
		for (let j = 0; j <= i; j++) matrix[i * n + j]! += scaled * x[j]!;
	}
}

/** Shares with a smaller penalty, adding up to 1, or null when rounding hides any fall. */
function descended(penalty: Penalty, { shares, variance, gain, curvature }: Point): Float64Array | null {
	const n = shares.length;
	const matrix = curvature.slice();
	// What a share costs against what it gains bends the penalty too. Taken as positive, it lets a share that hardly bends the
	// variances shrink by at most e and grow by at most exp(LONGEST).
	for (let q = 0; q < n; q++)
		matrix[q * n + q]! += Math.max(shares[q]! - gain[q]!, (gain[q]! - shares[q]!) / LONGEST) + ROUNDING;
	const direction = solvePositive(
		matrix,
		gain.map((g, q) => g - shares[q]!)
	);
	if (direction === null) return null;
	const now = height(penalty, variance);
	const longest = direction.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
	let length = Math.min(1, LONGEST / longest);
	for (let halving = 0; halving < HALVINGS; halving++, length /= 2) {
		const moved = adjusted(shares.map((share, q) => share * Math.exp(length * direction[q]!)));
		if (height(penalty, cellVariances(penalty.workload, moved)) <= now + ROUNDING) return moved;
	}
	return null;
}

/** Logarithm of the penalty, as if the power were 0. */
function height({ objective: { weights }, importance, power }: Penalty, variance: PerCell): number {
	const worst = largest(variance, weights);
	const sum = variance.reduce(
		(total, cells, q) =>
			cells.reduce((s, v, i) => s + importance[q]![i]! * v * ((v * weights[q]!) / worst) ** power, total),
		0
	);
	return (Math.log(sum) + power * Math.log(worst)) / (1 + power);
}

/** How many of these steps a plan has time for; 0 when there are too many tables and cells for any. */
export function newtonSteps({ tree, closure, cuts }: Workload): number {
	const passes = tree.parent.length * closure.components.length * new Set(cuts).size;
	const classes = cuts.reduce((n, cut) => n + cut.length, 0);
	const products = (classes + cuts.length) * cuts.length ** 2;
	const steps = Math.floor(MAX_WORK / (passes + products / PRODUCTS));
	return steps < MIN_STEPS ? 0 : Math.min(MAX_STEPS, steps);
}
