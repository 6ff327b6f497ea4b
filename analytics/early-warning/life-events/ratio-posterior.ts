import { normalCdf } from '../statistics/normal.ts';
import { integrate } from '../statistics/quadrature.ts';
import type { Proportion } from './proportion.ts';

/** Standard deviations beyond which a normal distribution holds nothing that a double can show. */
const EDGE = 8.5;

/**
 * P(one / other <= r) for r > 0, where each share is normal around its estimate and cut off at 0: the integral of
 * phi0(u) Phi1(r u) over u.
 */
export function ratioAtMost(one: Proportion, other: Proportion, r: number): number {
	const [s1, s0] = [Math.sqrt(one.variance), Math.sqrt(other.variance)];
	if (one.share >= EDGE * s1 && other.share >= EDGE * s0) return uncut(one, other, r);
	const [kept1, kept0] = [normalCdf(one.share / s1), normalCdf(other.share / s0)];
	const below = normalCdf(-one.share / s1);
	const density = (u: number) => Math.exp(-0.5 * ((u - other.share) / s0) ** 2) / (s0 * Math.sqrt(2 * Math.PI));
	const integrand = (u: number) => density(u) * (normalCdf((r * u - one.share) / s1) - below);
	const from = Math.max(0, other.share - EDGE * s0);
	const to = Math.max(0, other.share + EDGE * s0);
	// Where r u passes the first share, the integrand may be steep: the range is cut around it.
	const steep = [-EDGE, 0, EDGE].map((d) => (one.share + d * s1) / r).filter((u) => u > from && u < to);
	const cuts = [from, ...steep, to];
	let sum = 0;
	for (let i = 1; i < cuts.length; i++) sum += integrate(integrand, cuts[i - 1]!, cuts[i]!);
	// The last digit of the quadrature must not make a probability more than certain.
	return Math.min(1, sum / (kept1 * kept0));
}

/** Nothing of either distribution lies below 0: one - r other is normal. */
function uncut(one: Proportion, other: Proportion, r: number): number {
	const distance = r * other.share - one.share;
	const sd = Math.sqrt(one.variance + r * r * other.variance);
	if (sd === 0) return distance < 0 ? 0 : 1;
	return normalCdf(distance / sd);
}

/** P(one > other). */
export function probabilityHigher(one: Proportion, other: Proportion): number {
	return 1 - ratioAtMost(one, other, 1);
}

/** The r with P(one / other <= r) = p, by bisection on the log scale. */
export function ratioQuantile(one: Proportion, other: Proportion, p: number): number {
	let low = -40;
	let high = 40;
	for (let step = 0; step < 60; step++) {
		const middle = (low + high) / 2;
		if (ratioAtMost(one, other, Math.exp(middle)) < p) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2);
}
