import { messagesFor } from '../messages/index.ts';
import { compareTexts } from '../messages/compare-regions.ts';
import type { Lang } from '../messages/index.ts';
import { numberFormat } from './intl.ts';
import { decimalsFor } from './numbers.ts';

/** Differences of shares with their sign, for tables; shares and standard errors are fractions of 1. */

/** "+1,2 procentpunt", rounded to what its standard error allows. */
export function signedPoints(difference: number, se: number, lang: Lang): string {
	return messagesFor(lang).figure.points(signed(difference, se, Math.round, lang));
}

/** The same as a number only, for a column whose heading says what it is. */
export function signedNumber(difference: number, se: number, lang: Lang): string {
	return signed(difference, se, Math.round, lang);
}

/** The ends of the 95 % interval, rounded outward: "van -0,3 tot +2,7". */
export function signedInterval(difference: number, se: number, lang: Lang): string {
	const low = signed(difference - 1.96 * se, se, Math.floor, lang);
	const high = signed(difference + 1.96 * se, se, Math.ceil, lang);
	return compareTexts(lang).fromTo(low, high);
}

function signed(difference: number, se: number, rounding: (value: number) => number, lang: Lang): string {
	const decimals = decimalsFor(se * 100);
	const unit = 10 ** -decimals;
	// Steps are counted to a millionth, so that a binary fraction just beside a step counts as that step; adding 0 turns -0 into 0.
	const shown = rounding(Number(((difference * 100) / unit).toFixed(6))) * unit + 0;
	const digits = Math.max(0, decimals);
	return numberFormat(lang, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: 'exceptZero'
	}).format(shown);
}
