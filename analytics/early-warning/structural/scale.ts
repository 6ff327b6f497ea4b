import { LEVEL_FLOOR, RISE } from '../series/model.ts';
import type { Moments } from '../series/posterior.ts';
import { normalCdf } from '../statistics/normal.ts';

/** The level now and a year ago on the model's scale: a bivariate normal. */
export interface LevelPair {
	readonly now: number;
	readonly yearAgo: number;
	readonly variance: number;
	readonly yearAgoVariance: number;
	readonly covariance: number;
}

/** How a share, relative to the series' reference share, looks to the model, and back. */
export interface Scale {
	value(relative: number): number;
	relative(value: number): number;
	/** Share that one unit of the scale is a part of: a share's standard deviation over it is that of the value. */
	unit(smoothShare: number, reference: number): number;
	/** Level relative to the reference share, and its relative rise in a year. */
	moments(pair: LevelPair): Moments;
	/** Relative rise that an effect on the scale amounts to. */
	relativeRise(effect: number): number;
}

/** P(X > 0) of a normal X; a certain one is above zero or not. */
function positive(mean: number, variance: number): number {
	return variance > 0 ? normalCdf(mean / Math.sqrt(variance)) : mean > 0 ? 1 : 0;
}

/** Variance of now - factor x year ago; rounding may not take it below zero. */
function contrastVariance(pair: LevelPair, factor: number): number {
	return Math.max(0, pair.variance - 2 * factor * pair.covariance + factor ** 2 * pair.yearAgoVariance);
}

/** Logarithms: changes are relative wherever the level is. Moments are to first order around the mean. */
export const logScale: Scale = {
	value: Math.log,
	relative: Math.exp,
	unit: (smoothShare) => smoothShare,
	moments(pair) {
		const level = Math.exp(pair.now);
		const change = pair.now - pair.yearAgo;
		const variance = contrastVariance(pair, 1);
		return {
			level,
			levelVariance: level ** 2 * pair.variance,
			rise: Math.expm1(change),
			riseVariance: Math.exp(2 * change) * variance,
			risen: positive(change - Math.log1p(RISE), variance)
		};
	},
	relativeRise: Math.expm1
};

/** Ratios to the reference share, for series whose noise reaches down to zero. */
export const ratioScale: Scale = {
	value: (relative) => relative,
	relative: (value) => value,
	unit: (_, reference) => reference,
	moments(pair) {
		const base = Math.max(pair.yearAgo, LEVEL_FLOOR);
		const rise = (pair.now - pair.yearAgo) / base;
		return {
			level: pair.now,
			levelVariance: pair.variance,
			rise,
			riseVariance: contrastVariance(pair, 1 + rise) / base ** 2,
			risen: positive(pair.now - (1 + RISE) * pair.yearAgo, contrastVariance(pair, 1 + RISE))
		};
	},
	relativeRise: (effect) => effect
};
