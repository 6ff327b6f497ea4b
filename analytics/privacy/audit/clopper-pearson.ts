/**
 * One-sided Clopper-Pearson bounds of a probability from `hits` in `trials`, each wrong with probability at most alpha.
 * Found by halving on the exact binomial tail, so that they hold at every sample size.
 */
export function lowerProportion(hits: number, trials: number, alpha: number): number {
	if (hits === 0) return 0;
	// The tail P(at least `hits`) grows with p; the lower bound is where it reaches alpha.
	return halve((p) => binomialTail(hits, trials, p) < alpha).below;
}

export function upperProportion(hits: number, trials: number, alpha: number): number {
	if (hits === trials) return 1;
	return halve((p) => 1 - binomialTail(hits + 1, trials, p) > alpha).above;
}

/** Largest p for which a condition that turns false once still holds, between two neighbours. */
function halve(holds: (p: number) => boolean): { below: number; above: number } {
	let below = 0;
	let above = 1;
	for (let i = 0; i < 60; i++) {
		const middle = (below + above) / 2;
		if (holds(middle)) below = middle;
		else above = middle;
	}
	return { below, above };
}

/** P(at least k successes in n trials of probability p), for 1 <= k <= n: the regularised incomplete beta function I_p(k, n - k + 1). */
export function binomialTail(k: number, n: number, p: number): number {
	return regularisedBeta(p, k, n - k + 1);
}

function regularisedBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const log = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
	// The fraction converges fast on the side of the mean that it is asked for.
	return x < (a + 1) / (a + b + 2)
		? (Math.exp(log) * betaFraction(x, a, b)) / a
		: 1 - (Math.exp(log) * betaFraction(1 - x, b, a)) / b;
}

/** Continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
function betaFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / (1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1; m < 100_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + even * d);
		c = 1 + even / c;
		fraction *= c * d;
		d = 1 / (1 + odd * d);
		c = 1 + odd / c;
		fraction *= c * d;
		if (Math.abs(c * d - 1) < 1e-15) break;
	}
	return fraction;
}

/** ln Gamma(x) for x >= 1, by Stirling's series after shifting x above 20; error below 1e-15 relative. */
function logGamma(x: number): number {
	let shift = 0;
	let y = x;
	for (; y < 20; y++) shift += Math.log(y);
	const inverse = 1 / (y * y);
	const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)))) / y;
	return (y - 0.5) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift;
}
