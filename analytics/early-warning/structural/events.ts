import type { Frequency } from '../panel.ts';
import { mix, weigh, type Moments } from '../series/posterior.ts';
import { shapes } from '../series/templates.ts';
import { advanceMean } from './diffuse-filter.ts';
import type { LevelPair, Scale } from './scale.ts';
import { LEVEL } from './state-space.ts';
import type { Trace } from './trace.ts';

/** How one event, with a course and an onset, fits the innovations up to a period. */
interface TemplateFit {
	readonly ago: number;
	readonly score: number;
	readonly information: number;
	/** Part of the event that the filter has not yet taken into the level, and into the level a year before. */
	readonly missed: number;
	readonly missedYearAgo: number;
}

/** The accounts of one period: no event, or one that began 1 to freq periods ago, and how well either explains the data. */
export interface EventAccounts {
	readonly logBayesFactor: number;
	readonly quiet: Moments;
	readonly event: Moments;
	/** Weight of each onset given an event: entry k - 1 is an event that began k periods ago. */
	readonly onset: readonly number[];
}

type Shape = (typeof shapes)[number];

/** Runs the filter, with the gains it had, over an event that has gone on for `ago` periods at period t. */
export function followEvent(trace: Trace, t: number, ago: number, shape: Shape, freq: Frequency): TemplateFit {
	const { model, yearAgo, periods } = trace;
	const state = new Float64Array(model.size);
	let effect = 0;
	let score = 0;
	let information = 0;
	for (let age = 0; age < ago; age++) {
		const { gain, innovation, variance } = periods[t - ago + 1 + age]!;
		if (age > 0) advanceMean(model, state);
		effect = shape(age, freq);
		const missed = effect - model.observed.reduce((sum, i) => sum + state[i]!, 0);
		if (!Number.isNaN(innovation)) {
			score += (innovation * missed) / variance;
			information += missed ** 2 / variance;
		}
		for (let i = 0; i < model.size; i++) state[i]! += gain[i]! * missed;
	}
	// The onset is less than a year ago, so the event itself is not in the level of a year ago.
	return { ago, score, information, missed: effect - state[LEVEL]!, missedYearAgo: -state[yearAgo]! };
}

/** The levels when an effect, a normal with this mean and variance, is part of them. */
function withEffect(level: LevelPair, fit: TemplateFit, mean: number, variance: number): LevelPair {
	return {
		now: level.now + fit.missed * mean,
		yearAgo: level.yearAgo + fit.missedYearAgo * mean,
		variance: level.variance + fit.missed ** 2 * variance,
		yearAgoVariance: level.yearAgoVariance + fit.missedYearAgo ** 2 * variance,
		covariance: level.covariance + fit.missed * fit.missedYearAgo * variance
	};
}

/** The accounts of period t, whose level is known; every template is equally likely beforehand. */
export function eventAccounts(trace: Trace, level: LevelPair, t: number, freq: Frequency, scale: Scale): EventAccounts {
	const agos = Array.from({ length: freq }, (_, k) => k + 1);
	const fits = shapes.flatMap((shape) => agos.map((ago) => followEvent(trace, t, ago, shape, freq)));
	const weighed = fits.map(({ score, information }) => weigh(score, information));
	const highest = Math.max(...weighed.map((one) => one.logBayesFactor));
	const relative = weighed.map((one) => Math.exp(one.logBayesFactor - highest));
	const total = relative.reduce((a, b) => a + b, 0);
	const weights = relative.map((one) => one / total);
	const events = weighed.map(({ mean, variance }, k) => scale.moments(withEffect(level, fits[k]!, mean, variance)));
	return {
		logBayesFactor: highest + Math.log(total / fits.length),
		quiet: scale.moments(level),
		event: mix(events, weights),
		onset: agos.map((ago) => fits.reduce((sum, fit, k) => sum + (fit.ago === ago ? weights[k]! : 0), 0))
	};
}

/** Information on a ramp that began half a year ago, or in yearly series this year. */
export function rampInformation(trace: Trace, t: number, freq: Frequency): number {
	return followEvent(trace, t, Math.max(1, freq / 2), shapes[0]!, freq).information;
}
