import type { Rational } from './rational.ts';

/**
 * The trade-off of continuous Gaussian noise of the same rho, mu = sqrt(2 rho): a reference for display beside the
 * guarantee, from Dong, Roth and Su 2019 (arXiv 1905.02383), Corollary 2.13 (Balle and Wang 2018, Theorem 8).
 * It is NOT a guarantee: the noise of a release is discrete, and its bound is `epsilonAt` or `deltaAt`.
 *
 * delta = Phi(mu/2 - epsilon/mu) - e^epsilon Phi(-mu/2 - epsilon/mu), to about 1e-12 relative, in 0 .. 1.
 * @throws RangeError unless rho >= 0 and epsilon is finite and >= 0.
 */
export function gaussianDeltaAt(rho: Rational, epsilon: number): number {
	if (!(epsilon >= 0 && epsilon < Infinity)) throw new RangeError('Epsilon is a finite number of at least 0.');
	return hockeyStick(muOf(rho), epsilon);
}

/**
 * The epsilon at which `gaussianDeltaAt` falls to delta; 0 where it lies below delta at once. Not a guarantee.
 * @throws RangeError unless rho >= 0 and 1e-300 <= delta < 1.
 */
export function gaussianEpsilonAt(rho: Rational, delta: Rational): number {
	const target = delta.toNumberUp();
	if (!(target >= 1e-300 && target < 1)) throw new RangeError('Delta lies between 1e-300 and 1, 1 excluded.');
	const mu = muOf(rho);
	const above = (epsilon: number) => hockeyStick(mu, epsilon) > target;
	if (!above(0)) return 0;
	let high = mu;
	while (above(high)) high *= 2;
	let low = 0;
	for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2)
		if (above(middle)) low = middle;
		else high = middle;
	return high;
}

function muOf(rho: Rational): number {
	if (rho.isNegative()) throw new RangeError('A privacy cost is never negative.');
	return Math.sqrt(2 * rho.toNumberUp());
}

/**
 * E[max(0, 1 - e^(epsilon - L))] for the privacy loss L, normal with mean mu^2/2 and standard deviation mu. With
 * t = (L - epsilon)/mu and a = epsilon/mu - mu/2 this is the integral over t > 0 of phi(t + a) (1 - e^(-mu t)): a sum of
 * positive terms, where the difference of the two normal tails would cancel.
 */
function hockeyStick(mu: number, epsilon: number): number {
	if (mu === 0) return 0;
	const a = epsilon / mu - mu / 2;
	// Outside, the density is below 1e-20 of its largest value.
	const from = Math.max(0, -a - 10);
	const to = Math.sqrt(Math.max(0, a) ** 2 + 100) - a;
	const integral = tanhSinh((t) => Math.exp(-((t + a) ** 2) / 2) * -Math.expm1(-mu * t), from, to);
	return Math.min(1, integral / Math.sqrt(2 * Math.PI));
}

/** Integral of an analytic function: double-exponential quadrature (Takahasi and Mori 1974), step 1/32. */
function tanhSinh(f: (t: number) => number, from: number, to: number): number {
	const half = (to - from) / 2;
	const step = 1 / 32;
	let sum = 0;
	for (let i = -128; i <= 128; i++) {
		const s = i * step;
		const u = (Math.PI / 2) * Math.sinh(s);
		// Distance from the nearer end, as a part of half: no digits are lost near the ends.
		const near = 2 / (1 + Math.exp(2 * Math.abs(u)));
		const t = i < 0 ? from + half * near : to - half * near;
		sum += f(t) * (Math.cosh(s) / Math.cosh(u) ** 2);
	}
	return sum * half * step * (Math.PI / 2);
}
