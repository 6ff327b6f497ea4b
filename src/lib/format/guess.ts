/**
 * The law of the noise on one count: P(x) proportional to exp(-x^2 / (2 sigma2)) on the whole numbers.
 * @param sigma2 the variance parameter, in units squared
 */
export function noiseLaw(sigma2: number): (x: number) => number {
	const weight = (x: number) => Math.exp(-(x * x) / (2 * sigma2));
	// Beyond twelve standard deviations nothing is left that a double could hold.
	const reach = Math.ceil(12 * Math.sqrt(sigma2)) + 1;
	let total = 0;
	for (let x = -reach; x <= reach; x++) total += weight(x);
	return (x) => weight(x) / total;
}

/**
 * How often the best guesser is right about one household in one count, when both answers are as likely beforehand: half, and
 * half the total variation distance of the two laws, which for a law that falls to both sides is its top.
 */
export function bestGuess(sigma2: number): number {
	return 0.5 + noiseLaw(sigma2)(0) / 2;
}

/**
 * At most how often anybody is right about one household who sees everything that rho paid for, and knows everything but that
 * household: half, and half a bound on the total variation distance. That is at most sqrt(rho / 2) by Pinsker's inequality, as
 * the Kullback-Leibler divergence is at most rho (Bun & Steinke 2016). It is also at most sqrt(1 - b^2) where b is the overlap of
 * the two laws, the sum of the roots of their products: exp(-rho / 4) for discrete Gaussian noise, to a relative error of 4 exp(-2
 * pi^2 sigma2) for each count, which is below 2e-8 when its variance is at least 1.
 */
export function guessBound(rho: number): number {
	return 0.5 + Math.min(Math.sqrt(rho / 2), Math.sqrt(1 - Math.exp(-rho / 2))) / 2;
}
