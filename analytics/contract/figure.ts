import { z } from 'zod';

/** A: cv < 10 %, B: 10-20 %, C: 20-35 %, D: > 35 % (direction only), X: not shown. */
export const reliabilitySchema = z.enum(['A', 'B', 'C', 'D', 'X']);
export type Reliability = z.infer<typeof reliabilitySchema>;

/** The letter of a value by its relative error; a value of 0 or less has none, and says its direction only. */
export function reliabilityOf(value: number, se: number): Reliability {
	if (value <= 0) return 'D';
	const cv = se / value;
	if (cv < 0.1) return 'A';
	if (cv < 0.2) return 'B';
	return cv <= 0.35 ? 'C' : 'D';
}

/** One published figure: a share with its interval, and the two noisy counts it is made of. */
export const figureSchema = z.strictObject({
	indicator: z.string(),
	/** Region code; the code of the root for the whole domain. */
	region: z.string(),
	/** Attribute and code of the group, or two empty strings for all units together. */
	attribute: z.string(),
	code: z.string(),
	/** Reconciled counts: unbiased, never clamped, so they may be negative. */
	numerator: z.number(),
	numeratorSe: z.number().nonnegative(),
	denominator: z.number(),
	denominatorSe: z.number().nonnegative(),
	/**
	 * numerator / denominator; null when the denominator is too small against its noise to divide by, or fewer than 10 units
	 * are estimated in it or on either side of the share.
	 */
	share: z.number().nullable(),
	shareSe: z.number().nonnegative().nullable(),
	/**
	 * 95 % interval of the share, clipped to [0, 1] for display. Without a share: from 0 to what it is less than, or from what it
	 * is more than to 1, where at least that can be told (letter D), and null otherwise (X).
	 */
	lower: z.number().nullable(),
	upper: z.number().nullable(),
	reliability: reliabilitySchema
});

export type Figure = z.infer<typeof figureSchema>;
