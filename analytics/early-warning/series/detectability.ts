import type { Frequency } from '../panel.ts';
import type { Hyper, RatioSeries } from './model.ts';
import { normalQuantile } from '../statistics/normal.ts';
import { fitTemplates, templateIndex, type TemplateFit } from './templates.ts';
import { traceSeries } from './trace.ts';

/** A series whose smallest detectable rise is above this is too small to be watched alone. */
export const TOO_SMALL_ABOVE = 0.5;

/** A test at 1 % false alarms that finds an effect of this many standard errors in 80 % of cases. */
const EFFECT_IN_SE = normalQuantile(0.99) + normalQuantile(0.8);

/** Periods in half a year; in yearly series the one year. */
const halfYear = (freq: Frequency) => Math.ceil(freq / 2);

/** Information on a ramp that began `ago` periods ago, half a year unless told, at period t of fitted templates. */
export function rampInformation(fit: TemplateFit, freq: Frequency, t: number, ago = halfYear(freq)): number {
	return fit.information[(t - fit.from) * fit.count + templateIndex(0, ago, freq)]!;
}

/** Smallest relative rise that is found: 80 % power at 1 % false alarms; null without any information. */
export function detectableRise(information: number): number | null {
	return information > 0 ? EFFECT_IN_SE / Math.sqrt(information) : null;
}

/**
 * Minimum detectable rise within so many periods, for a series that is as the nation and has `history` periods behind it when the
 * rise begins: 0.25 = a rise of 25 %.
 * @param within at most a year; half a year unless told, in yearly series its one year. @param expected count expected per period. @param sigma standard deviation of the privacy noise on it; 0 = none.
 */
export function minimumDetectableRise(
	expected: number,
	sigma: number,
	freq: Frequency,
	hyper: Hyper,
	history = 4 * freq,
	within = halfYear(freq)
): number {
	const periods = history + within;
	const column = (value: number) => new Float64Array(periods).fill(value);
	const noise = column((sigma / expected) ** 2);
	const series: RatioSeries = {
		ratio: column(1),
		expected: column(expected),
		noise,
		exposureNoise: column(0),
		breaks: new Set()
	};
	const last = periods - 1;
	return detectableRise(rampInformation(fitTemplates(traceSeries(series, freq, hyper), last), freq, last, within))!;
}
