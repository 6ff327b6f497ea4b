import type { Columns } from './columns.ts';
import { LARGE_SHARE, type RatioSeries } from './model.ts';

/** Counts and exposures of one period together. */
interface Total {
	count: number;
	exposure: number;
}

/** Whether a period of a series is known: its count, its exposure and the noise on both. */
function isKnown({ count, sigma, exposure, exposureSigma }: Columns, i: number, t: number): boolean {
	return !Number.isNaN(count[i]![t]! + sigma[i]![t]! + exposure[i]![t]! + exposureSigma[i]![t]!);
}

/** Sum of the known values up to each period. */
function runningTotal(row: Float64Array): Float64Array {
	let sum = 0;
	return row.map((value) => (sum += Number.isNaN(value) ? 0 : value));
}

/**
 * Turns noisy counts into ratios to the national rate, in which the nation's season, trend and shocks cancel. The rate of a
 * period is the sum of all known counts over the sum of their exposures; a series with more than 5 % of the exposure up to then is
 * compared with the rate of the others. No period's ratio depends on a later one.
 *
 * A period of a series is missing (NaN) where its count, its exposure or the noise on one of them is unknown, where its
 * exposure is zero or less, as noise may make it, and where the counts that it is compared with do not add up to more than zero.
 */
export function toRatios(columns: Columns): RatioSeries[] {
	const { count, sigma, exposure, exposureSigma } = columns;
	const periods = count[0]?.length ?? 0;
	const totals = Array.from({ length: periods }, (_, t): Total => {
		const total = { count: 0, exposure: 0 };
		count.forEach((row, i) => {
			if (!isKnown(columns, i, t)) return;
			total.count += row[t]!;
			total.exposure += exposure[i]![t]!;
		});
		return total;
	});
	const sizes = exposure.map(runningTotal);
	const size = Array.from({ length: periods }, (_, t) => sizes.reduce((sum, row) => sum + row[t]!, 0));
	return count.map((row, i) => {
		const column = () => new Float64Array(periods).fill(NaN);
		const breaks = new Set(columns.breaks.filter(({ series }) => series === i).map(({ period }) => period));
		const series = { ratio: column(), expected: column(), noise: column(), exposureNoise: column(), breaks };
		for (let t = 0; t < periods; t++) {
			const own = exposure[i]![t]!;
			const isLarge = sizes[i]![t]! > LARGE_SHARE * size[t]!;
			const others = isLarge ? { count: totals[t]!.count - row[t]!, exposure: totals[t]!.exposure - own } : totals[t]!;
			if (!isKnown(columns, i, t) || !(own > 0) || !(others.count > 0 && others.exposure > 0)) continue;
			const expected = (own * others.count) / others.exposure;
			series.expected[t] = expected;
			series.ratio[t] = row[t]! / expected;
			series.noise[t] = (sigma[i]![t]! / expected) ** 2;
			series.exposureNoise[t] = (exposureSigma[i]![t]! / own) ** 2;
		}
		return series;
	});
}

/** A count that was given and yet has no ratio. Series and periods count from 0. */
export interface LeftOut {
	readonly series: number;
	readonly period: number;
	/** sigma, exposure: unknown. no_exposure: zero or less. no_rate: what it is compared with does not add up to more than zero. */
	readonly why: 'sigma' | 'exposure' | 'no_exposure' | 'no_rate';
}

/** The counts that were given and yet have no ratio, and why. */
export function leftOut({ count, sigma, exposure, exposureSigma }: Columns, ratios: readonly RatioSeries[]): LeftOut[] {
	const reason = (i: number, t: number): LeftOut['why'] => {
		if (Number.isNaN(sigma[i]![t]!)) return 'sigma';
		if (Number.isNaN(exposure[i]![t]! + exposureSigma[i]![t]!)) return 'exposure';
		return exposure[i]![t]! > 0 ? 'no_rate' : 'no_exposure';
	};
	return count.flatMap((row, series) =>
		Array.from(row.keys())
			.filter((t) => !Number.isNaN(row[t]!) && Number.isNaN(ratios[series]!.ratio[t]!))
			.map((period) => ({ series, period, why: reason(series, period) }))
	);
}
