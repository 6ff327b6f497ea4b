import { normalCdf, normalQuantile } from '../../statistics/normal.ts';
import { meanOf, requireForecasts } from './forecasts.ts';

const Z95 = normalQuantile(0.975);

/** Area under the ROC curve with the variance and 95 % interval of DeLong, DeLong & Clarke-Pearson (Biometrics 44, 1988). */
export interface Auc {
	/** P(an event has a higher forecast than a non-event), ties counting half. */
	readonly auc: number;
	readonly variance: number;
	readonly lower: number;
	readonly upper: number;
}

/** Of each event, the share of non-events below it; of each non-event, the share of events above it. */
interface Placements {
	readonly events: readonly number[];
	readonly others: readonly number[];
}

/** Ranks from 1, ties sharing the mean of theirs. */
export function midranks(values: readonly number[]): number[] {
	const order = values.map((_, i) => i).sort((i, j) => values[i]! - values[j]!);
	const ranks = Array<number>(values.length).fill(0);
	for (let start = 0; start < order.length;) {
		let end = start;
		while (end < order.length && values[order[end]!] === values[order[start]!]) end++;
		for (let k = start; k < end; k++) ranks[order[k]!] = (start + end + 1) / 2;
		start = end;
	}
	return ranks;
}

/** A rank among all, less the rank among its own kind, counts those of the other kind below it. */
function placements(outcomes: readonly number[], forecasts: readonly number[]): Placements {
	const all = midranks(forecasts);
	const split = (kind: number) => outcomes.flatMap((y, i) => (y === kind ? [i] : []));
	const [events, others] = [split(1), split(0)];
	const below = (own: readonly number[], other: number) => {
		const within = midranks(own.map((i) => forecasts[i]!));
		return own.map((i, k) => (all[i]! - within[k]!) / other);
	};
	return {
		events: below(events, others.length),
		others: below(others, events.length).map((share) => 1 - share)
	};
}

function covariance(a: readonly number[], b: readonly number[]): number {
	const [meanA, meanB] = [meanOf(a), meanOf(b)];
	return a.reduce((sum, value, i) => sum + (value - meanA) * (b[i]! - meanB), 0) / (a.length - 1);
}

/** Covariance of two AUCs on the same cases; of an AUC with itself its variance. */
function aucCovariance(a: Placements, b: Placements): number {
	return covariance(a.events, b.events) / a.events.length + covariance(a.others, b.others) / a.others.length;
}

/**
 * @param outcomes 1 = event, 0 = none
 * @returns null with fewer than two events or two non-events: nothing to rank, or no variance
 */
export function auc(outcomes: readonly number[], forecasts: readonly number[]): Auc | null {
	requireForecasts(outcomes, forecasts);
	const placed = placements(outcomes, forecasts);
	if (placed.events.length < 2 || placed.others.length < 2) return null;
	const area = meanOf(placed.events);
	const variance = aucCovariance(placed, placed);
	const margin = Z95 * Math.sqrt(variance);
	return { auc: area, variance, lower: Math.max(0, area - margin), upper: Math.min(1, area + margin) };
}

/**
 * Paired test that two sets of forecasts of the same cases have the same AUC; z > 0 when the first ranks better.
 * @returns null where an AUC is, or when both rank the cases alike, so that there is nothing to test
 */
export function compareAuc(
	outcomes: readonly number[],
	first: readonly number[],
	second: readonly number[]
): { readonly z: number; readonly p: number } | null {
	requireForecasts(outcomes, first);
	requireForecasts(outcomes, second);
	const [a, b] = [placements(outcomes, first), placements(outcomes, second)];
	if (a.events.length < 2 || a.others.length < 2) return null;
	const variance = aucCovariance(a, a) + aucCovariance(b, b) - 2 * aucCovariance(a, b);
	if (!(variance > 0)) return null;
	const z = (meanOf(a.events) - meanOf(b.events)) / Math.sqrt(variance);
	return { z, p: 2 * normalCdf(-Math.abs(z)) };
}
