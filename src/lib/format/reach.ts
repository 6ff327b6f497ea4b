import { messagesFor } from '../messages/index.ts';
import { outreachTexts } from '../messages/outreach.ts';
import type { Lang } from '../messages/index.ts';
import { unitFor, whole } from './numbers.ts';

/** An expected number of units with its 95 % interval. */
interface Reach {
	readonly mean: number;
	readonly lower: number;
	readonly upper: number;
}

/**
 * The numbers that pages and files say of a reach: in units, tens or hundreds as its standard error allows, the interval rounded
 * outward; a mean of null below one.
 */
export function shownReach({ mean, lower, upper }: Reach): { mean: number | null; lower: number; upper: number } {
	const unit = unitFor((upper - lower) / (2 * 1.96));
	const rounded = Math.round(mean / unit) * unit || Math.round(mean);
	return {
		mean: mean < 1 ? null : rounded,
		lower: Math.floor(lower / unit) * unit,
		upper: Math.ceil(upper / unit) * unit
	};
}

/** Whether the reach is told as one unit, or less than that. */
export const isOne = (reach: Reach) => (shownReach(reach).mean ?? 1) === 1;

/** "ongeveer 40", or "minder dan 1". */
export function reachInWords(reach: Reach, lang: Lang): string {
	const { mean } = shownReach(reach);
	return mean === null ? outreachTexts(lang).lessThanOne : messagesFor(lang).figure.about(whole(mean, lang));
}

/** Its 95 % interval. */
export function reachRange(reach: Reach, lang: Lang): string {
	const { lower, upper } = shownReach(reach);
	return outreachTexts(lang).range(whole(lower, lang), whole(upper, lang));
}
