import type { Reliability } from '../../../analytics/contract/figure.ts';
import { eventsTexts } from '../messages/events.ts';
import type { Lang } from '../messages/index.ts';
import type { Verdict } from './compare.ts';
import { numberFormat } from './intl.ts';
import { decimalsFor, inWords, points, shownShare } from './numbers.ts';
import type { ShareFigure } from './numbers.ts';

// How risk after a life event reads: shares, differences and ratios with their intervals.

const Z95 = 1.959964;

/** A share with the standard error of an estimate, as lists and charts show it. */
export function shareFigure(share: number, se: number): ShareFigure & { share: number; share_se: number } {
	return {
		share,
		share_se: se,
		lower: shownShare(share - Z95 * se),
		upper: shownShare(share + Z95 * se),
		reliability: letterOf(share, se)
	};
}

function letterOf(share: number, se: number): Reliability {
	const relative = share > 0 ? se / share : Infinity;
	if (relative < 0.1) return 'A';
	if (relative < 0.2) return 'B';
	return relative <= 0.35 ? 'C' : 'D';
}

/** "7,4% (tussen 7,1% en 7,7%)". */
export function shareWords(share: number, se: number, lang: Lang): string {
	return inWords(shareFigure(share, se), lang);
}

/** "3,1 procentpunt hoger (2,0 tot 4,2 procentpunt)", or that there is no difference that can be seen. */
export function differenceWords(difference: number, se: number, lang: Lang): string {
	const m = eventsTexts(lang);
	const [low, high] = [difference - Z95 * se, difference + Z95 * se];
	if (low <= 0 && high >= 0) return m.same(m.apart(signed(low, se, lang), signed(high, se, lang)));
	const ends = [Math.abs(low), Math.abs(high)].toSorted((a, b) => a - b).map((end) => signed(end, se, lang));
	const say = difference > 0 ? m.more : m.less;
	return say(points(difference, se, lang), m.apart(ends[0]!, ends[1]!));
}

function signed(share: number, se: number, lang: Lang): string {
	const digits = Math.max(0, decimalsFor(se * 100));
	const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'negative' } as const;
	return numberFormat(lang, format).format(share * 100);
}

interface Ratio {
	readonly ratio: number | null;
	readonly ratio_lower: number | null;
	readonly ratio_upper: number | null;
}

/** "2,4 keer zo vaak (95%-interval: 2,0 tot 2,8 keer)" and whether it may be the other way round; null when it cannot be estimated. */
export function ratioWords({ ratio, ratio_lower: lower, ratio_upper: upper }: Ratio, lang: Lang): string | null {
	if (ratio === null || lower === null || upper === null) return null;
	const digits = Math.max(0, Math.min(2, -Math.floor(Math.log10((upper - lower) / (2 * Z95)))));
	const format = numberFormat(lang, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits
	});
	const m = eventsTexts(lang);
	const words = m.times(format.format(ratio), format.format(lower), format.format(upper));
	if (lower > 1 || upper < 1) return words;
	return `${words}. ${ratio < 1 ? m.maybeMore : m.maybeLess}`;
}

/** Words follow the probability: very likely from 90 %, likely from 70 %. */
export function verdictOf(higher: number): Verdict {
	if (higher >= 0.9) return 'higher';
	if (higher >= 0.7) return 'likely-higher';
	if (higher > 0.3) return 'none';
	return higher > 0.1 ? 'likely-lower' : 'lower';
}

/** A probability as so many of 20; never 20 or 0, since nothing here is certain. */
export function ofTwenty(probability: number, lang: Lang): string {
	return eventsTexts(lang).chance(String(Math.max(1, Math.min(19, Math.round(probability * 20)))));
}
