/** Largest share of series in an event that the prior weight may reach. */
const MOST = 0.3;

/** Probability of an event, given its prior weight and log Bayes factor. */
function eventProbability(weight: number, logBayesFactor: number): number {
	return 1 / (1 + Math.exp(Math.log1p(-weight) - Math.log(weight) - logBayesFactor));
}

/**
 * Share of the N series that are in an event: the maximum-likelihood mixing weight, kept within [1 / (2N), 0.3]. It is the
 * fixed point that EM climbs to (weight = mean event probability); the log-likelihood is concave in the weight, so bisection
 * finds it without EM's slow last steps.
 */
export function mixingWeight(logBayesFactors: readonly number[]): number {
	const n = logBayesFactors.length;
	const climbs = (weight: number) =>
		logBayesFactors.reduce((sum, value) => sum + eventProbability(weight, value), 0) > n * weight;
	let low = Math.min(1 / (2 * n), MOST);
	let high = MOST;
	if (!climbs(low)) return low;
	if (climbs(high)) return high;
	for (let step = 0; step < 50; step++) {
		const middle = (low + high) / 2;
		if (climbs(middle)) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}

/** Local false discovery rate: probability that there is no event (Efron 2008). */
export function localFdr(weight: number, logBayesFactor: number): number {
	return 1 / (1 + Math.exp(Math.log(weight) - Math.log1p(-weight) + logBayesFactor));
}

/**
 * The largest set whose mean local false discovery rate is at most q (Newton et al. 2004; Sun & Cai 2007): true where a
 * value belongs to it. Equal values at the edge: the earlier first.
 */
export function signalSet(lfdr: readonly number[], q: number): boolean[] {
	const order = lfdr.map((_, i) => i).sort((i, j) => lfdr[i]! - lfdr[j]! || i - j);
	const flags = lfdr.map(() => false);
	let sum = 0;
	for (const [k, i] of order.entries()) {
		sum += lfdr[i]!;
		// The running mean of sorted values never falls, so the first one above q ends the set.
		if (sum > q * (k + 1)) break;
		flags[i] = true;
	}
	return flags;
}

/** Benjamini-Hochberg: true where a p-value is rejected at false discovery rate q (Benjamini & Hochberg 1995). */
export function benjaminiHochberg(pValues: readonly number[], q: number): boolean[] {
	const sorted = [...pValues].sort((a, b) => a - b);
	const last = sorted.findLastIndex((p, k) => p <= (q * (k + 1)) / sorted.length);
	const limit = sorted[last];
	return pValues.map((p) => limit !== undefined && p <= limit);
}

/**
 * Holm's step-down test: true where a p-value is rejected with probability at most alpha of any false rejection, however
 * the tests depend on each other (Holm 1979).
 * @param of number of tests; more than there are p-values when some of them can never be rejected and are left out
 */
export function holm(pValues: readonly number[], alpha: number, of = pValues.length): boolean[] {
	const sorted = Float64Array.from(pValues).sort();
	const failed = sorted.findIndex((p, k) => p > alpha / (of - k));
	// Of equal values either all are rejected or none: the limit only gets easier along the order.
	const last = sorted[(failed < 0 ? sorted.length : failed) - 1];
	return pValues.map((p) => last !== undefined && p <= last);
}
