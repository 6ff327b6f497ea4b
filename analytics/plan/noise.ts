import { compose, Rational } from 'diffprivlib-js';

/** Noise of the tables in exact fractions: what the ledger charges and the sampler uses. */
export interface ExactNoise {
	readonly sigma2: readonly Rational[];
	/** Cost of each table. */
	readonly costs: readonly Rational[];
	/** Their sum; never above the budget, and equal to it when it is a decimal of ordinary length. */
	readonly total: Rational;
}

/** The budget is cut into at least this many units, each a power of ten; a table costs a whole number of them. */
const LEAST_UNITS = 10_000_000_000n;
/** No table gets less than this part of an equal share: noise stays within what can be sampled and read. */
const SMALLEST_SHARE = 1e-6;

/**
 * One noise variance per table, D^2 / (2 x its cost), where the costs are decimals that add up to the budget, or just below.
 * Rounding the costs rather than the variances keeps every sum of costs short and exact.
 * @param shares adding up to 1
 * @param squares D^2 of each table: the squared Euclidean length of the largest change that one unit makes in it
 */
export function exactNoise(shares: ArrayLike<number>, rho: Rational, squares: readonly bigint[]): ExactNoise {
	let scale = 1n;
	while (rho.mul(Rational.of(scale)).compare(Rational.of(LEAST_UNITS)) < 0) scale *= 10n;
	const units = divided(shares, rho.mul(Rational.of(scale)).floor());
	const costs = units.map((n) => Rational.of(n, scale));
	const sigma2 = costs.map((cost, q) => Rational.of(squares[q]!).div(cost.mul(Rational.of(2))));
	return { sigma2, costs, total: compose(costs) };
}

/** Whole numbers near the shares of a total, adding up to it exactly; each at least 1. */
function divided(shares: ArrayLike<number>, total: bigint): bigint[] {
	const raised = Array.from(shares, (share) => Math.max(share, SMALLEST_SHARE / shares.length));
	const sum = raised.reduce((s, share) => s + share, 0);
	const units = raised.map((share) => BigInt(Math.max(1, Math.floor((share / sum) * Number(total)))));
	const rest = total - units.reduce((s, n) => s + n, 0n);
	const largest = raised.indexOf(Math.max(...raised));
	units[largest]! += rest;
	return units;
}
