import type { Proportion } from './proportion.ts';

/** Of a 95 % interval. */
export const Z95 = 1.959963984540054;

export interface Ratio {
	readonly ratio: number;
	readonly lower: number;
	readonly upper: number;
}

/**
 * Ratio of two shares with its 95 % interval by Fieller (Journal of the Royal Statistical Society B 16, 1954): every r for
 * which one - r other lies within 1.96 standard errors of 0. Null when it cannot be estimated: the other share is not
 * certainly above 0, so that those r are not an interval.
 */
export function fiellerRatio(one: Proportion, other: Proportion): Ratio | null {
	const z2 = Z95 * Z95;
	const a = other.share * other.share - z2 * other.variance;
	if (other.share <= 0 || a <= 0) return null;
	const b = one.share * other.share;
	const c = one.share * one.share - z2 * one.variance;
	const root = Math.sqrt(Math.max(0, b * b - a * c));
	return { ratio: one.share / other.share, lower: (b - root) / a, upper: (b + root) / a };
}

/**
 * The same by first order on the log scale (Katz et al., Biometrics 34, 1978). It is finite even where Fieller's is not, and
 * covers too little in small cells: a yardstick, not for publication. Null unless both shares are positive.
 */
export function deltaRatio(one: Proportion, other: Proportion): (Ratio & { readonly logSe: number }) | null {
	if (one.share <= 0 || other.share <= 0) return null;
	const logSe = Math.sqrt(one.variance / one.share ** 2 + other.variance / other.share ** 2);
	const ratio = one.share / other.share;
	return { ratio, logSe, lower: ratio * Math.exp(-Z95 * logSe), upper: ratio * Math.exp(Z95 * logSe) };
}
