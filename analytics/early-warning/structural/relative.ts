import type { Observations } from './diffuse-filter.ts';
import { logScale, ratioScale, type Scale } from './scale.ts';
import { fittedTo, type StructuralInput } from './types.ts';

/** A series in the shape that the model takes it: shares relative to their pooled level before the first told period. */
export interface RelativeSeries {
	/** Share that counts as 1. */
	readonly reference: number;
	/**
	 * Scale on which the series is told up to a period: logarithms while all its shares stand clear of zero; else, as negative
	 * counts have no logarithm, ratios to its own pooled share. Later periods have no say in it.
	 */
	scaleAt(t: number): Scale;
	on(scale: Scale): Observations;
}

/** Variance of the level where a break in supply is declared: it may be anywhere between a third and three times what it was. */
const BREAK_VARIANCE = 1;
/** The logarithm needs every share this many standard deviations above zero: it is close to linear over their noise. */
const LOG_NEEDS = 5;
/** A share is smoothed over a year, of at least this many periods, to tell how much it varies by chance. */
const SMOOTHED = 3;

/** Count and exposure where both and their noise are known, and there is something to divide by. */
function presence({ count, sigma, exposure, exposureSigma }: StructuralInput): boolean[] {
	return Array.from(count, (value, t) => !Number.isNaN(value + sigma[t]! + exposureSigma[t]!) && exposure[t]! > 0);
}

/** Share of all units of the periods from..to - 1 together; NaN without any. */
function pooledShare({ count, exposure }: StructuralInput, present: readonly boolean[], from: number, to: number) {
	let counted = 0;
	let units = 0;
	for (let t = Math.max(0, from); t < to; t++) {
		if (!present[t]) continue;
		counted += count[t]!;
		units += exposure[t]!;
	}
	return counted / units;
}

/** Each share pooled over the year up to its period, between 0 and 1; the first ones over the first year. */
function smoothShare(input: StructuralInput, present: readonly boolean[]): Float64Array {
	const window = Math.max(input.freq, SMOOTHED);
	return input.count.map((_, t) => {
		const end = Math.max(t + 1, window);
		return Math.min(Math.max(pooledShare(input, present, end - window, end), 0), 1);
	});
}

/**
 * Variance of each share: what chance does to a count, the privacy noise on it and that on its exposure. It follows the
 * smoothed share, not the period's own, which would call low values precise.
 */
function shareVariance({ sigma, exposure, exposureSigma }: StructuralInput, smooth: Float64Array): Float64Array {
	return smooth.map((share, t) => {
		const units = exposure[t]!;
		return (share * (1 - share)) / units + (sigma[t]! ** 2 + (share * exposureSigma[t]!) ** 2) / units ** 2;
	});
}

/** The series relative to its own pooled share; null when that is not above zero, so that nothing can be relative to it. */
export function toRelative(input: StructuralInput): RelativeSeries | null {
	const { count, exposure, breaks, from } = input;
	const present = presence(input);
	const reference = pooledShare(input, present, 0, from);
	if (!(reference > 0)) return null;
	const smooth = smoothShare(input, present);
	const variance = shareVariance(input, smooth);
	const share = Float64Array.from(count, (value, t) => (present[t] ? value / exposure[t]! : NaN));
	const unclear = share.findIndex((value, t) => present[t]! && value <= LOG_NEEDS * Math.sqrt(variance[t]!));
	return {
		reference,
		scaleAt: (t) => (unclear < 0 || unclear > Math.max(t, fittedTo(input) - 1) ? logScale : ratioScale),
		on: (scale) => ({
			value: share.map((value) => scale.value(value / reference)),
			noise: variance.map((value, t) => value / scale.unit(smooth[t]!, reference) ** 2),
			shocks: new Map(Array.from(breaks, (period) => [period, BREAK_VARIANCE]))
		})
	};
}
