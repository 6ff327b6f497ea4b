/**
 * The exact trade-off of one count with discrete Gaussian noise: the least delta at each epsilon between count 0 and
 * count D, delta(epsilon) = sum over x of max(0, P(x - D) - e^epsilon P(x)). For comparison only, so in doubles.
 */
export function exactDelta(sigma2: number, contribution: number, epsilon: number): number {
	// The summand is positive from where the log ratio D (2x - D) / (2 sigma2) exceeds epsilon.
	const start = Math.floor((epsilon * sigma2) / contribution + contribution / 2) + 1;
	const reach = Math.ceil(12 * Math.sqrt(sigma2)) + 2;
	let total = 0;
	for (let x = -reach; x <= reach; x++) total += Math.exp((-x * x) / (2 * sigma2));
	let delta = 0;
	for (let x = start; x <= Math.max(start, contribution) + reach; x++) {
		const shifted = Math.exp(-((x - contribution) ** 2) / (2 * sigma2));
		delta += shifted - Math.exp(epsilon - (x * x) / (2 * sigma2));
	}
	return Math.max(0, delta / total);
}

/** The epsilon at which `exactDelta` falls to delta, for 0 < delta < exactDelta(0). */
export function exactEpsilon(sigma2: number, contribution: number, delta: number): number {
	let below = 0;
	let above = 1;
	while (exactDelta(sigma2, contribution, above) > delta) above *= 2;
	for (let i = 0; i < 60; i++) {
		const middle = (below + above) / 2;
		if (exactDelta(sigma2, contribution, middle) > delta) below = middle;
		else above = middle;
	}
	return above;
}
