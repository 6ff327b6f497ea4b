import { bernoulliExp, bernoulliExpBig } from '../bernoulli-exp/bernoulli-exp.ts';
import { discreteLaplaceRound, discreteLaplaceRoundBig } from '../discrete-laplace/discrete-laplace.ts';
import type { Entropy } from '../entropy.ts';
import { bitLength, type Rational } from '../rational.ts';

/** The parameters of the sampler for one sigma^2 = n/d: the Laplace scale t = floor(sigma) + 1 and integers made of them. */
export interface ReferenceLaw {
	readonly n: bigint;
	readonly d: bigint;
	readonly t: bigint;
	/** 2 n d t^2: the denominator of the acceptance exponent. */
	readonly denominator: bigint;
	/** The same as numbers when a round can run in 53 bits; null: always in BigInt. */
	readonly small: { n: number; dt: number; t: number; denominator: number } | null;
}

const LIMIT = 1n << 53n;

export function referenceLaw(sigma2: Rational): ReferenceLaw {
	const { numerator: n, denominator: d } = sigma2;
	if (n <= 0n) throw new RangeError('The noise variance is positive.');
	const t = squareRoot(n / d) + 1n;
	const denominator = 2n * n * d * t * t;
	const small =
		denominator < LIMIT ? { n: Number(n), dt: Number(d * t), t: Number(t), denominator: Number(denominator) } : null;
	return { n, d, t, denominator, small };
}

/**
 * One round of the exact sampler for P(x) proportional to exp(-x^2 / (2 sigma^2)); null when the round is rejected.
 * Canonne, Kamath and Steinke 2020 (arXiv 2004.00010), Algorithm 3. Claim: discrete-gaussian.md.
 */
export function referenceRound(law: ReferenceLaw, entropy: Entropy): number | null {
	const { small } = law;
	if (small === null) return bigRound(law, entropy);
	const candidate = discreteLaplaceRound(small.t, entropy);
	if (candidate === null) return null;
	// |y| d t - n; beyond 2^26 its square leaves the 53 bits of a number.
	const offset = Math.abs(candidate) * small.dt - small.n;
	const accepted =
		Math.abs(offset) <= 2 ** 26
			? bernoulliExp(offset * offset, small.denominator, entropy)
			: accept(law, BigInt(candidate), entropy);
	return accepted ? candidate : null;
}

/** One exact draw. @throws RangeError in the practically impossible case that a draw does not fit in 53 bits. */
export function referenceSample(law: ReferenceLaw, entropy: Entropy): number {
	for (;;) {
		const draw = referenceRound(law, entropy);
		if (draw !== null) return draw;
	}
}

function bigRound(law: ReferenceLaw, entropy: Entropy): number | null {
	const candidate = discreteLaplaceRoundBig(law.t, entropy);
	if (candidate === null || !accept(law, candidate, entropy)) return null;
	const draw = Number(candidate);
	if (!Number.isSafeInteger(draw)) throw new RangeError('A draw of the noise does not fit in 53 bits.');
	return draw;
}

/** True with probability exp(-(|y| - sigma^2/t)^2 / (2 sigma^2)). */
function accept(law: ReferenceLaw, candidate: bigint, entropy: Entropy): boolean {
	const magnitude = candidate < 0n ? -candidate : candidate;
	const offset = magnitude * law.d * law.t - law.n;
	return bernoulliExpBig(offset * offset, law.denominator, entropy);
}

/** Floor of the square root, by Newton's iteration from above. */
function squareRoot(x: bigint): bigint {
	if (x < 2n) return x;
	let root = 1n << BigInt(Math.ceil(bitLength(x) / 2));
	for (;;) {
		const next = (root + x / root) >> 1n;
		if (next >= root) return root;
		root = next;
	}
}
