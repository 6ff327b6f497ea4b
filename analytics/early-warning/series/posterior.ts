import { EFFECT_SD, LEVEL_FLOOR, RISE } from './model.ts';
import { inverseMills, normalCdf, normalLogCdf } from '../statistics/normal.ts';
import { shapes, templateIndex, type TemplateFit } from './templates.ts';
import type { Trace } from './trace.ts';

/** What is believed about one series at one period. */
export interface Moments {
	/** Level: ratio of the region's rate to the nation's. */
	readonly level: number;
	readonly levelVariance: number;
	/** Relative change of the level in a year. */
	readonly rise: number;
	readonly riseVariance: number;
	/** P(rise > 10 % in a year). */
	readonly risen: number;
}

/** The two accounts of a period, and how much better an event explains it: log Bayes factor. */
export interface Accounts {
	readonly logBayesFactor: number;
	readonly quiet: Moments;
	readonly event: Moments;
	/** Given an event, the probability of each onset: entry k - 1 is an event that began k periods ago, k = 1 being this period. */
	readonly onset: readonly number[];
}

/** Effect of an event: a normal with these moments, seen in the level by `missed` and in the level a year ago likewise. */
interface Effect {
	readonly mean: number;
	readonly variance: number;
	readonly missed: number;
	readonly missedYearAgo: number;
}

const noEffect: Effect = { mean: 0, variance: 0, missed: 0, missedYearAgo: 0 };

/**
 * Moments of the level and of its yearly rise, given one effect. The moments of the rise, a ratio of two normals, are
 * to first order around the mean; P(rise > 10 %) needs no such step, being the sign of a linear combination.
 */
function moments(trace: Trace, t: number, effect: Effect): Moments {
	const level = trace.level[t]! + effect.missed * effect.mean;
	const yearAgo = trace.yearAgo[t]! + effect.missedYearAgo * effect.mean;
	const contrastVariance = (factor: number) =>
		trace.levelVariance[t]! -
		2 * factor * trace.covariance[t]! +
		factor ** 2 * trace.yearAgoVariance[t]! +
		(effect.missed - factor * effect.missedYearAgo) ** 2 * effect.variance;
	const base = Math.max(yearAgo, LEVEL_FLOOR);
	return {
		level,
		levelVariance: trace.levelVariance[t]! + effect.missed ** 2 * effect.variance,
		rise: (level - yearAgo) / base,
		riseVariance: Math.max(0, contrastVariance(1 + (level - yearAgo) / base)) / base ** 2,
		risen: normalCdf((level - (1 + RISE) * yearAgo) / Math.sqrt(contrastVariance(1 + RISE)))
	};
}

/** Moments of a mixture; the weights add up to 1. */
export function mix(parts: readonly Moments[], weights: readonly number[]): Moments {
	const mean = (of: (part: Moments) => number) => parts.reduce((sum, part, k) => sum + weights[k]! * of(part), 0);
	const level = mean((part) => part.level);
	const rise = mean((part) => part.rise);
	return {
		level,
		levelVariance: mean((part) => part.levelVariance + (part.level - level) ** 2),
		rise,
		riseVariance: mean((part) => part.riseVariance + (part.rise - rise) ** 2),
		risen: mean((part) => part.risen)
	};
}

/** Log Bayes factor of one template against quiet, and the first two moments of its truncated normal effect. */
export function weigh(score: number, information: number): { logBayesFactor: number; mean: number; variance: number } {
	const prior = EFFECT_SD ** 2;
	const variance = 1 / (information + 1 / prior);
	const mode = variance * score;
	const sd = Math.sqrt(variance);
	const standard = mode / sd;
	const lambda = inverseMills(standard);
	return {
		logBayesFactor: 0.5 * (Math.log(variance / prior) + standard ** 2) + Math.LN2 + normalLogCdf(standard),
		mean: mode + sd * lambda,
		variance: Math.max(0, variance * (1 - lambda * (lambda + standard)))
	};
}

/** The accounts of period t >= fit.from. The Bayes factor is the mean over the templates, each equally likely beforehand. */
export function accounts(trace: Trace, fit: TemplateFit, t: number): Accounts {
	const first = (t - fit.from) * fit.count;
	const weighed = Array.from({ length: fit.count }, (_, k) =>
		weigh(fit.score[first + k]!, fit.information[first + k]!)
	);
	const highest = Math.max(...weighed.map((w) => w.logBayesFactor));
	const relative = weighed.map((w) => Math.exp(w.logBayesFactor - highest));
	const total = relative.reduce((a, b) => a + b, 0);
	const weights = relative.map((r) => r / total);
	const events = weighed.map(({ mean, variance }, k) =>
		moments(trace, t, { mean, variance, missed: fit.missed[first + k]!, missedYearAgo: fit.missedYearAgo[first + k]! })
	);
	return {
		logBayesFactor: highest + Math.log(total / fit.count),
		quiet: moments(trace, t, noEffect),
		event: mix(events, weights),
		onset: Array.from({ length: trace.freq }, (_, k) =>
			shapes.reduce((sum, _shape, shape) => sum + weights[templateIndex(shape, k + 1, trace.freq)]!, 0)
		)
	};
}
