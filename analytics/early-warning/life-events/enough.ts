import { combined, type Estimated } from './linear.ts';

/** The release rule on estimated numbers of units, as for figures: of all, and of either side of a share. */
const LEAST_UNITS = 10;
/** A number of units below this many standard errors could be 0. */
const LEAST_STANDARD_ERRORS = 3;

/**
 * Whether a share can be told from sums of noisy counts: of the units that count among all units.
 * @param counted numbers of the counts that are added up, and so `all`
 */
export function isEnough(counts: Estimated, counted: readonly number[], all: readonly number[]): boolean {
	const sums = [counted, all].map((places) => places.map((place) => [place, 1] as const));
	const { values, covariance } = combined(sums, counts);
	const [part, whole] = [values[0]!, values[1]!];
	return (
		part >= LEAST_UNITS &&
		whole - part >= LEAST_UNITS &&
		whole >= LEAST_STANDARD_ERRORS * Math.sqrt(Math.max(0, covariance[3]!))
	);
}
