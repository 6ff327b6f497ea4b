import { chiSquareTail } from 'diffprivlib-js';
import { cholesky, choleskySolve } from '../statistics/cholesky.ts';
import { combined, type Estimated, type Weights } from './linear.ts';

/** The year that others are compared with: the one before the event. */
export const BASE = -1;

/** Difference between units with and without the event in one year from it, against the year before it. */
export interface StudyYear {
	readonly k: number;
	readonly difference: number;
	readonly se: number;
}

export interface EventStudy {
	readonly years: readonly StudyYear[];
	/** p-value that the differences before the event are all 0; null when there is none but the base year. */
	readonly pretrendP: number | null;
	/** Mean of the differences from the year of the event on. */
	readonly after: number;
	readonly afterSe: number;
}

/**
 * Differences d_k between two groups by year from the event as D_k = d_k - d_-1, with their covariance: V_k 1{j=k} + V_-1
 * when the d_k are independent. The pre-trend is tested by chi-square, D' C^-1 D over the years before the base year.
 * @param years k of each difference, ascending; holds -1 and a year from 0 on
 * @param differences d_k with the covariance of their errors
 */
export function eventStudy(years: readonly number[], differences: Estimated): EventStudy {
	const base = years.indexOf(BASE);
	const told = years.filter((k) => k !== BASE);
	const against = combined(
		told.map((k) => [[years.indexOf(k), 1] as const, [base, -1] as const]),
		differences
	);
	const variance = (i: number) => Math.max(0, against.covariance[i * told.length + i]!);
	const rows = told.map((k, i) => ({ k, difference: against.values[i]!, se: Math.sqrt(variance(i)) }));
	const later = told.flatMap((k, i) => (k > BASE ? [i] : []));
	const mean = combined([later.map((i) => [i, 1 / later.length] as const)], against);
	return {
		years: [...rows, { k: BASE, difference: 0, se: 0 }].toSorted((a, b) => a.k - b.k),
		pretrendP: pretrend(
			told.flatMap((k, i) => (k < BASE ? [i] : [])),
			against
		),
		after: mean.values[0]!,
		afterSe: Math.sqrt(Math.max(0, mean.covariance[0]!))
	};
}

function pretrend(earlier: readonly number[], against: Estimated): number | null {
	if (earlier.length === 0) return null;
	const { values, covariance } = combined(
		earlier.map((i): Weights => [[i, 1]]),
		against
	);
	const n = earlier.length;
	const rows = earlier.map((_, i) => [...covariance.subarray(i * n, (i + 1) * n)]);
	const solved = choleskySolve(cholesky(rows), [...values]);
	return chiSquareTail(
		solved.reduce((sum, x, i) => sum + x * values[i]!, 0),
		n
	);
}
