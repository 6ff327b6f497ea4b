import { messagesFor } from '../messages/index.ts';
import { risingTexts } from '../messages/rising.ts';
import type { Lang } from '../messages/index.ts';
import { numberFormat } from './intl.ts';
import { decimalsFor, percent } from './numbers.ts';

/** A relative change, such as 0.15 for 15 % up, with its standard deviation. */
export interface Rise {
	readonly rise: number;
	readonly rise_sd: number;
}

/** Two-sided normal quantiles. */
const Z = { 80: 1.2816, 95: 1.96 } as const;

function inSteps(value: number, sd: number, rounding: (value: number) => number): number {
	const decimals = Math.min(0, decimalsFor(sd * 100));
	const unit = 10 ** -decimals;
	// Steps are counted to a millionth, so that a binary fraction just beside a step counts as that step; adding 0 turns -0 into 0.
	return rounding(Number(((value * 100) / unit).toFixed(6))) * unit + 0;
}

function plain(value: number, sd: number, rounding: (value: number) => number, lang: Lang): string {
	return numberFormat(lang, { maximumFractionDigits: 0 }).format(inSteps(value, sd, rounding));
}

/** The numbers that `riseInWords` and `riseInterval` say, in per cent. */
export function shownRise({ rise, rise_sd: sd }: Rise) {
	const ends = (certainty: 80 | 95) => [
		inSteps(Math.max(-1, rise - Z[certainty] * sd), sd, Math.floor),
		inSteps(rise + Z[certainty] * sd, sd, Math.ceil)
	];
	const [lower80, upper80, lower95, upper95] = [...ends(80), ...ends(95)];
	return { rise: Math.sign(rise) * inSteps(Math.abs(rise), sd, Math.round) + 0, lower80, upper80, lower95, upper95 };
}

/** "15% meer" or "5% minder", rounded to what its standard deviation allows. */
export function riseInWords({ rise, rise_sd: sd }: Rise, lang: Lang): string {
	const size = messagesFor(lang).figure.percent(plain(Math.abs(rise), sd, Math.round, lang));
	const m = risingTexts(lang);
	return rise < 0 ? m.less(size) : m.more(size);
}

/** The ends of an interval of a rise, rounded outward: "9% tot 21%"; a fall has a minus sign. */
export function riseInterval({ rise, rise_sd: sd }: Rise, certainty: 80 | 95, lang: Lang): string {
	const { figure } = messagesFor(lang);
	const half = Z[certainty] * sd;
	// Nothing can fall by more than all of it.
	const low = plain(Math.max(-1, rise - half), sd, Math.floor, lang);
	return risingTexts(lang).fromTo(figure.percent(low), figure.percent(plain(rise + half, sd, Math.ceil, lang)));
}

/** The smallest rise that would be seen, rounded up: a promise that is not made too early. */
export function detectableInWords(detectable: number, lang: Lang): string {
	return messagesFor(lang).figure.percent(plain(detectable, 0.05, Math.ceil, lang));
}

/** How sure a signal is, in words tied to its probability: very likely from 90 %, likely from 70 %. */
export function certainty(probability: number, lang: Lang): string {
	const m = risingTexts(lang);
	if (probability >= 0.9) return m.veryLikely;
	return probability >= 0.7 ? m.likely : m.unclear;
}

/** A level by early warning: a share, or a ratio to the country. */
interface Level {
	readonly against: 'nation' | 'itself';
	readonly estimate: number;
	readonly estimate_sd: number;
}

function levelAt({ against, estimate_sd: sd }: Level, value: number, lang: Lang): string {
	if (against === 'itself') return percent(value, sd, lang);
	const digits = sd < 0.1 ? 2 : 1;
	const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
	return risingTexts(lang).times(numberFormat(lang, format).format(Math.max(0, value)));
}

/** "3,1%", or "1,2 keer het hele land". */
export function levelInWords(level: Level, lang: Lang): string {
	return levelAt(level, level.estimate, lang);
}

/** The 95 % interval of a level. */
export function levelInterval(level: Level, lang: Lang): string {
	const half = 1.96 * level.estimate_sd;
	const low = levelAt(level, level.estimate - half, lang);
	return risingTexts(lang).fromTo(low, levelAt(level, level.estimate + half, lang));
}
