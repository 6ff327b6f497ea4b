/** One point of a rule for square roots: sqrt(z) is about the sum of weight * z / (z + shift). */
export interface RootPoint {
	readonly shift: number;
	readonly weight: number;
}

/**
 * Points whose sum has a relative error of at most `error` for every z from `lowest` to `highest`; beyond them it falls
 * short of sqrt(z).
 *
 * 1 / sqrt(z) = (2/pi) int_0^inf ds / (s^2 + z). With s = sqrt(lowest) sc(u), of the modulus whose complement is
 * k = sqrt(lowest / highest), this is the integral over a quarter period of a periodic function, for which the midpoint rule
 * with n points errs by at most 4 exp(-2 pi^2 n / ln(16 highest / lowest)) (Hale, Higham and Trefethen 2008, SIAM J. Numer.
 * Anal. 46, 2505-2523).
 */
export function rootRule(lowest: number, highest: number, error: number): RootPoint[] {
	const ratio = Math.max(1, highest / lowest);
	const half = Math.ceil((Math.log(4 / error) * Math.log(16 * ratio)) / (4 * Math.PI ** 2));
	const { mean, bends } = landen(1 / Math.sqrt(ratio));
	const step = Math.PI / (4 * half * mean);
	return Array.from({ length: half }, (_, j) => {
		let angle = 2 ** bends.length * mean * (j + 0.5) * step;
		for (const bend of bends.toReversed()) angle = (angle + Math.asin(bend * Math.sin(angle))) / 2;
		const square = Math.tan(angle) ** 2;
		const weight = (2 / Math.PI) * step * Math.sqrt(lowest * (1 + square) * (1 + square / ratio));
		// The upper half of the quarter period mirrors the lower one: s -> sqrt(lowest highest) / s.
		const mirrored = { shift: highest / square, weight: (weight * Math.sqrt(ratio)) / square };
		return [{ shift: lowest * square, weight }, mirrored];
	}).flat();
}

/** Landen's transformation by the arithmetic-geometric mean of 1 and k: the mean, and c / a on the way to it. */
function landen(k: number): { mean: number; bends: number[] } {
	const bends: number[] = [];
	let [a, b] = [1, k];
	while (a - b > 1e-15 * a) {
		bends.push((a - b) / (a + b));
		[a, b] = [(a + b) / 2, Math.sqrt(a * b)];
	}
	return { mean: a, bends };
}
