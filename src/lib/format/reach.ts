import { messagesFor } from '../messages/index.ts';
import { outreachTexts } from '../messages/outreach.ts';
import type { Lang } from '../messages/index.ts';
import { whole } from './numbers.ts';

/** An expected number of units, in whole units: what is expected has a wide interval anyway. */
export function reachInWords(mean: number, lang: Lang): string {
	return mean < 1 ? outreachTexts(lang).lessThanOne : messagesFor(lang).figure.about(whole(Math.round(mean), lang));
}

/** Its 95 % interval, rounded outward. */
export function reachRange({ lower, upper }: { lower: number; upper: number }, lang: Lang): string {
	return outreachTexts(lang).range(whole(Math.floor(lower), lang), whole(Math.ceil(upper), lang));
}
