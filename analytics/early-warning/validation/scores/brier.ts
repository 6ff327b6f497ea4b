import { reliabilityBins } from './calibration.ts';
import { meanOf, requireForecasts } from './forecasts.ts';
import { isotonic } from './isotonic.ts';

/** Mean squared difference between probability and outcome: 0 is perfect. */
export function brier(outcomes: readonly number[], forecasts: readonly number[]): number {
	requireForecasts(outcomes, forecasts);
	return meanOf(outcomes.map((y, i) => (forecasts[i]! - y) ** 2));
}

/** 1 - Brier / Brier of always forecasting the base rate; null when that is 0, as everything or nothing happened. */
export function brierSkill(outcomes: readonly number[], forecasts: readonly number[]): number | null {
	const { uncertainty } = corp(outcomes, forecasts);
	return uncertainty > 0 ? 1 - brier(outcomes, forecasts) / uncertainty : null;
}

/**
 * Brier = miscalibration - discrimination + uncertainty, exactly and without bins (Dimitriadis, Gneiting & Jordan, PNAS 118,
 * 2021): against the forecasts as isotonic regression recalibrates them, and against the base rate.
 */
export interface Corp {
	readonly miscalibration: number;
	readonly discrimination: number;
	readonly uncertainty: number;
}

export function corp(outcomes: readonly number[], forecasts: readonly number[]): Corp {
	const base = meanOf(outcomes);
	const uncertainty = base * (1 - base);
	const recalibrated = brier(outcomes, isotonic(outcomes, forecasts));
	return {
		miscalibration: brier(outcomes, forecasts) - recalibrated,
		discrimination: uncertainty - recalibrated,
		uncertainty
	};
}

/** Brier = reliability - resolution + uncertainty + withinBin by ten bins of equal width (Murphy, J. Appl. Meteorology 12, 1973). */
export interface Murphy {
	readonly reliability: number;
	readonly resolution: number;
	readonly uncertainty: number;
	/** What the bins, which take their forecasts together, leave over. */
	readonly withinBin: number;
}

export function murphy(outcomes: readonly number[], forecasts: readonly number[]): Murphy {
	const base = meanOf(outcomes);
	const bins = reliabilityBins(outcomes, forecasts);
	const weighed = (of: (bin: (typeof bins)[number]) => number) =>
		bins.reduce((sum, bin) => sum + (bin.count / outcomes.length) * of(bin), 0);
	const reliability = weighed((bin) => (bin.stated - bin.realised) ** 2);
	const resolution = weighed((bin) => (bin.realised - base) ** 2);
	const uncertainty = base * (1 - base);
	const withinBin = brier(outcomes, forecasts) - (reliability - resolution + uncertainty);
	return { reliability, resolution, uncertainty, withinBin };
}
