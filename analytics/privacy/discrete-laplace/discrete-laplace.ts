import { bernoulliExp, bernoulliExpBig } from '../bernoulli-exp/bernoulli-exp.ts';
import type { Entropy } from '../entropy.ts';

/**
 * One round of the rejection sampler for P(x) proportional to exp(-|x|/t), x integer; null when the round is rejected.
 * `t` is an integer in 1 .. 2^53 - 1; a result beyond 2^53 is refused by RangeError.
 * Canonne, Kamath and Steinke 2020 (arXiv 2004.00010), Algorithm 2. Claim: discrete-laplace.md.
 */
export function discreteLaplaceRound(t: number, entropy: Entropy): number | null {
	const u = entropy.below(t);
	if (!bernoulliExp(u, t, entropy)) return null;
	let v = 0;
	while (bernoulliExp(1, 1, entropy)) v++;
	const magnitude = u + t * v;
	if (magnitude > Number.MAX_SAFE_INTEGER) throw new RangeError('A draw of the noise does not fit in 53 bits.');
	return signed(magnitude, entropy);
}

/** As `discreteLaplaceRound`, for any integer t >= 1. */
export function discreteLaplaceRoundBig(t: bigint, entropy: Entropy): bigint | null {
	const u = entropy.belowBig(t);
	if (!bernoulliExpBig(u, t, entropy)) return null;
	let v = 0n;
	while (bernoulliExp(1, 1, entropy)) v++;
	const magnitude = u + t * v;
	const negative = entropy.below(2) === 1;
	if (negative && magnitude === 0n) return null;
	return negative ? -magnitude : magnitude;
}

/** One exact draw of the discrete Laplace distribution of integer scale t. */
export function discreteLaplace(t: number, entropy: Entropy): number {
	for (;;) {
		const draw = discreteLaplaceRound(t, entropy);
		if (draw !== null) return draw;
	}
}

/** Minus zero is rejected: accepting it would give 0 twice its probability. */
function signed(magnitude: number, entropy: Entropy): number | null {
	const negative = entropy.below(2) === 1;
	if (!negative) return magnitude;
	return magnitude === 0 ? null : -magnitude;
}
