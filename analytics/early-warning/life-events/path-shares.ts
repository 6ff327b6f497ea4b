import type { EventPathCells } from '../../contract/early-warning.ts';
import { isEnough } from './enough.ts';
import { combined, type Estimated, type Weights } from './linear.ts';

/** Estimated numbers of units of each window. */
export function pathUnits({ windows, paths, counts }: EventPathCells): number[] {
	const p = paths.length;
	return windows.map((_, w) => counts.values.subarray(w * p, (w + 1) * p).reduce((sum, count) => sum + count, 0));
}

/**
 * Share of each window's units that was counted at each date, with the covariance of noise and of who happens to be in the
 * window; null when one of them has too few units to be told.
 */
export function pathShares(cells: EventPathCells, dates: number): Estimated | null {
	const { windows, paths, counts } = cells;
	const units = pathUnits(cells);
	const slopes: Weights[] = [];
	const shares: number[] = [];
	for (const w of windows.keys()) {
		const all = paths.map((_, i) => w * paths.length + i);
		for (let t = 0; t < dates; t++) {
			const counted = all.filter((_, i) => paths[i]![t] === '1');
			if (!isEnough(counts, counted, all)) return null;
			const share = counted.reduce((sum, i) => sum + counts.values[i]!, 0) / units[w]!;
			shares.push(share);
			slopes.push(all.map((i) => [i, ((counted.includes(i) ? 1 : 0) - share) / units[w]!] as const));
		}
	}
	const { covariance } = combined(slopes, counts);
	for (const w of windows.keys()) addSampling(covariance, cells, w, dates, units[w]!);
	return { values: Float64Array.from(shares), covariance };
}

/**
 * Adds the covariances of one window's shares at its dates: those of units drawn by their paths, as often as estimated;
 * a path that noise makes negative counts as never there.
 */
function addSampling(
	covariance: Float64Array,
	{ windows, paths, counts }: EventPathCells,
	window: number,
	dates: number,
	units: number
): void {
	const size = windows.length * dates;
	const often = paths.map((_, i) => Math.max(0, counts.values[window * paths.length + i]!));
	const total = often.reduce((sum, count) => sum + count, 0);
	const part = (passes: (path: string) => boolean) =>
		paths.reduce((sum, path, i) => (passes(path) ? sum + often[i]! / total : sum), 0);
	const marginal = Array.from({ length: dates }, (_, t) => part((path) => path[t] === '1'));
	for (let t = 0; t < dates; t++) {
		for (let u = 0; u < dates; u++) {
			const both = part((path) => path[t] === '1' && path[u] === '1');
			covariance[(window * dates + t) * size + window * dates + u]! += (both - marginal[t]! * marginal[u]!) / units;
		}
	}
}
