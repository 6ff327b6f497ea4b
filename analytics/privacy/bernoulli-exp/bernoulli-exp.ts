import type { Entropy } from '../entropy.ts';

const TWO_32 = 2 ** 32;
const TWO_53 = 2 ** 53;

/**
 * True with probability exp(-a/b) exactly, for integers a >= 0 and b >= 1 below 2^53.
 * Canonne, Kamath and Steinke 2020 (arXiv 2004.00010), Algorithm 1. Claim: bernoulli-exp.md.
 */
export function bernoulliExp(a: number, b: number, entropy: Entropy): boolean {
	let rest = a;
	for (; rest > b; rest -= b) if (!unitInterval(1, 1, entropy)) return false;
	return unitInterval(rest, b, entropy);
}

/** As `bernoulliExp`, for integers of any size. */
export function bernoulliExpBig(a: bigint, b: bigint, entropy: Entropy): boolean {
	if (a < TWO_53 && b < TWO_53) return bernoulliExp(Number(a), Number(b), entropy);
	let rest = a;
	for (; rest > b; rest -= b) if (!unitInterval(1, 1, entropy)) return false;
	return unitIntervalBig(rest, b, 1, entropy);
}

/**
 * As `bernoulliExpBig` for a/b in 0 .. 1, where a whole number `ceiling` <= 2^32 is known with a/b <= ceiling / 2^32. One
 * word decides nearly always when the ceiling is low, and `a` is only then worked out when it does not. Any valid ceiling
 * gives the same law. @throws RangeError when the ceiling turns out too low.
 */
export function bernoulliExpUnder(ceiling: number, a: () => bigint, b: bigint, entropy: Entropy): boolean {
	if (!entropy.bernoulli(ceiling, TWO_32)) return true;
	const numerator = a();
	const [rest, whole] = [numerator << 32n, b * BigInt(ceiling)];
	if (rest > whole) throw new RangeError('The ceiling is below the probability that it bounds.');
	if (!entropy.bernoulliBig(rest, whole)) return true;
	return unitIntervalBig(numerator, b, 2, entropy);
}

/** exp(-a/b) for 0 <= a <= b: the first failure among trials of probability a/b, a/2b, a/3b, ... comes at an odd place. */
function unitInterval(a: number, b: number, entropy: Entropy): boolean {
	let k = 1;
	while (b * k < TWO_53) {
		if (!entropy.bernoulli(a, b * k)) return k % 2 === 1;
		k++;
	}
	return unitIntervalBig(BigInt(a), BigInt(b), k, entropy);
}

function unitIntervalBig(a: bigint, b: bigint, start: number, entropy: Entropy): boolean {
	let k = start;
	while (entropy.bernoulliBig(a, b * BigInt(k))) k++;
	return k % 2 === 1;
}
