import type { Proportion } from './proportion.ts';

export interface Difference {
	readonly difference: number;
	readonly se: number;
}

/** Risk difference of two groups whose errors are independent. */
export function differenceOf(one: Proportion, other: Proportion): Difference {
	return { difference: one.share - other.share, se: Math.sqrt(one.variance + other.variance) };
}
