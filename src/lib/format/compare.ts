import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import { points, pointsInterval } from './numbers.ts';
import type { ShareFigure } from './numbers.ts';

export type Verdict = 'higher' | 'lower' | 'likely-higher' | 'likely-lower' | 'none';

export interface Difference {
	readonly change: number;
	readonly se: number;
	/** Probability that the first is higher, given the noise of both. */
	readonly higher: number;
	readonly verdict: Verdict;
}

/**
 * Difference of two noisy shares. Their noise counts as independent, which is cautious for a part against its whole.
 * Words follow the probability: very likely from 90 %, likely from 70 %.
 */
export function difference(a: ShareFigure, b: ShareFigure): Difference | null {
	if (a.share === null || b.share === null || a.share_se === null || b.share_se === null) return null;
	const change = a.share - b.share;
	const se = Math.hypot(a.share_se, b.share_se);
	if (!(se > 0)) return null;
	const higher = normalCdf(change / se);
	return { change, se, higher, verdict: verdict(higher) };
}

/** What may be said of a difference with this standard error. */
export function certaintyOf(change: number, se: number): Verdict {
	return verdict(normalCdf(change / se));
}

function verdict(higher: number): Verdict {
	if (higher >= 0.9) return 'higher';
	if (higher <= 0.1) return 'lower';
	if (higher >= 0.7) return 'likely-higher';
	if (higher <= 0.3) return 'likely-lower';
	return 'none';
}

export function differenceInWords(d: Difference, region: string, lang: Lang): string {
	const m = messagesFor(lang).compare;
	if (d.verdict === 'none') return m.none(region);
	if (d.verdict === 'likely-higher') return m.likelyHigher(region);
	if (d.verdict === 'likely-lower') return m.likelyLower(region);
	const size = Math.abs(d.change);
	const say = d.verdict === 'higher' ? m.higher : m.lower;
	return say(`${points(size, d.se, lang)} (${pointsInterval(size, d.se, lang)})`, region);
}

/** Standard normal distribution function, absolute error below 1e-7 (Abramowitz and Stegun 1964, 26.2.17). */
export function normalCdf(z: number): number {
	const t = 1 / (1 + 0.2316419 * Math.abs(z));
	const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
	const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
	return z > 0 ? 1 - tail : tail;
}
