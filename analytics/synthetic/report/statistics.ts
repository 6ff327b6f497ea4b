/** A published and a synthetic share of one municipality, and on how many synthetic units the latter rests. */
export interface Pair {
	readonly published: number;
	readonly synthetic: number;
	readonly weight: number;
}

function mean(pairs: readonly Pair[], value: (pair: Pair) => number): number {
	let sum = 0;
	let total = 0;
	for (const pair of pairs) {
		sum += pair.weight * value(pair);
		total += pair.weight;
	}
	return sum / total;
}

/** Weighted correlation; NaN when one side does not vary. */
export function correlation(pairs: readonly Pair[]): number {
	const x = mean(pairs, (pair) => pair.published);
	const y = mean(pairs, (pair) => pair.synthetic);
	const covariance = mean(pairs, (pair) => (pair.published - x) * (pair.synthetic - y));
	const spread = mean(pairs, (pair) => (pair.published - x) ** 2) * mean(pairs, (pair) => (pair.synthetic - y) ** 2);
	return covariance / Math.sqrt(spread);
}

export function meanAbsoluteDifference(pairs: readonly Pair[]): number {
	return mean(pairs, (pair) => Math.abs(pair.synthetic - pair.published));
}

/**
 * The correlation that shares drawn binomially after the published ones would have with them: sampling adds variance that the
 * published shares do not explain.
 */
export function attainableCorrelation(pairs: readonly Pair[]): number {
	const x = mean(pairs, (pair) => pair.published);
	const variance = mean(pairs, (pair) => (pair.published - x) ** 2);
	return Math.sqrt(variance / (variance + mean(pairs, samplingVariance)));
}

/** Mean absolute difference of shares drawn binomially after the published ones (normal approximation). */
export function samplingDifference(pairs: readonly Pair[]): number {
	return Math.sqrt(2 / Math.PI) * mean(pairs, (pair) => Math.sqrt(samplingVariance(pair)));
}

function samplingVariance({ published, weight }: Pair): number {
	return (published * (1 - published)) / weight;
}

/** Standard error of a ratio of two independent shares p / q on n and m units (delta method). */
export function ratioError(p: number, n: number, q: number, m: number): number {
	return (p / q) * Math.sqrt((1 - p) / (n * p) + (1 - q) / (m * q));
}
