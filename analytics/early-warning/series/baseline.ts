import type { Frequency } from '../panel.ts';
import { benjaminiHochberg } from '../statistics/fdr.ts';
import { normalCdf } from '../statistics/normal.ts';
import { FDR, LEVEL_FLOOR, type RatioSeries } from './model.ts';

/** The simple baseline, [series][period - from]; null where one of the two periods is missing or a declared break lies between. */
export interface Baseline {
	/** Change of the ratio in a year, in standard errors. */
	readonly z: (number | null)[][];
	/** Rises that are rejected at a false discovery rate of 10 % (Benjamini-Hochberg, one-sided). */
	readonly signal: (boolean | null)[][];
}

/** Variance of a ratio at a given level: counting as Poisson, privacy noise on the count and on the exposure. */
function variance({ expected, noise, exposureNoise }: RatioSeries, t: number, level: number): number {
	return level / expected[t]! + noise[t]! + level ** 2 * exposureNoise[t]!;
}

/**
 * The simple baseline that a model must beat: each series against itself a year before, with the noise of both periods known
 * and counts taken as Poisson. It knows nothing of drift, season or over-dispersion.
 */
export function yearOnYear(ratios: readonly RatioSeries[], freq: Frequency, from: number): Baseline {
	const z = ratios.map((series) =>
		Array.from(series.ratio.subarray(from), (now, k) => {
			const t = from + k;
			const before = series.ratio[t - freq] ?? NaN;
			const broken = [...series.breaks].some((at) => t - freq < at && at <= t);
			if (broken || Number.isNaN(now) || Number.isNaN(before)) return null;
			const level = Math.max((now + before) / 2, LEVEL_FLOOR);
			return (now - before) / Math.sqrt(variance(series, t, level) + variance(series, t - freq, level));
		})
	);
	const signal = z.map((row) => row.map((): boolean | null => null));
	(z[0] ?? []).forEach((_, k) => {
		const tested = z.flatMap((row, series) => (row[k] === null ? [] : [{ series, p: normalCdf(-row[k]!) }]));
		const rejected = benjaminiHochberg(
			tested.map(({ p }) => p),
			FDR
		);
		tested.forEach(({ series }, n) => (signal[series]![k] = rejected[n]!));
	});
	return { z, signal };
}
