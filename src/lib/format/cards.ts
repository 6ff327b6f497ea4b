import { detectableInWords } from './rise.ts';
import { messagesFor } from '../messages/index.ts';
import { cardsTexts } from '../messages/cards.ts';
import type { Lang } from '../messages/index.ts';
import { numberFormat } from './intl.ts';

/** A part of cases in whole per cents; words where it is not known. */
export function part(share: number | null, lang: Lang): string {
	if (share === null) return cardsTexts(lang).unknown;
	return messagesFor(lang).figure.percent(numberFormat(lang, { maximumFractionDigits: 0 }).format(share * 100));
}

/** How many of something a period brings on average: one decimal, and "fewer than 0.1" when it hardly ever comes. */
export function perPeriod(value: number | null, lang: Lang): string {
	const m = messagesFor(lang);
	if (value === null) return cardsTexts(lang).unknown;
	const format = numberFormat(lang, { maximumFractionDigits: 1 });
	return value > 0 && value < 0.1 ? m.figure.lessThan(format.format(0.1)) : format.format(value);
}

/** A standard deviation of noise: one decimal while it is small. */
export function spread(sd: number | null, lang: Lang): string {
	if (sd === null) return cardsTexts(lang).unknown;
	return numberFormat(lang, { maximumFractionDigits: sd < 10 ? 1 : 0 }).format(sd);
}

/** The smallest rise that is seen; above a doubling the size says nothing more. */
export function smallestRise(rise: number | null, lang: Lang): string {
	const m = cardsTexts(lang);
	if (rise === null) return m.unknown;
	return rise > 1 ? m.moreThan(detectableInWords(1, lang)) : detectableInWords(rise, lang);
}

/** A score with a fixed number of decimals. */
export function score(value: number | null, decimals: number, lang: Lang): string {
	if (value === null) return cardsTexts(lang).unknown;
	const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
	return numberFormat(lang, digits).format(value);
}

/** Percentage points by which probabilities are too high or too low. */
export function bias(calibration: number | null, lang: Lang): string {
	const m = cardsTexts(lang);
	if (calibration === null) return m.unknown;
	const size = Math.round(Math.abs(calibration) * 100);
	if (size === 0) return m.fair;
	const points = messagesFor(lang).figure.points(String(size));
	return calibration > 0 ? m.tooHigh(points) : m.tooLow(points);
}
