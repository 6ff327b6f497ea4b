import type { Reliability } from '../../../analytics/contract/figure.ts';
import { messagesFor } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import { dateFormat, numberFormat } from './intl.ts';

/** What a figure needs to be shown as a share. Shares and standard errors are fractions of 1. */
export interface ShareFigure {
	readonly share: number | null;
	readonly share_se: number | null;
	readonly lower: number | null;
	readonly upper: number | null;
	readonly reliability: Reliability;
}

/**
 * Decimals that the noise allows: one significant digit of the standard error; -1 rounds to tens. One decimal at most, or two
 * when the 95 % interval is too narrow for one: then both ends would read as the figure itself.
 */
export function decimalsFor(se: number): number {
	if (!(se > 0)) return 1;
	if (2 * 1.96 * se <= 0.1) return 2;
	return Math.max(-1, Math.min(1, 0 - Math.floor(Math.log10(se))));
}

type Rounding = (value: number) => number;

function plain(value: number, decimals: number, lang: Lang, rounding: Rounding = Math.round): string {
	const digits = Math.max(0, decimals);
	return numberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
		inSteps(value, decimals, rounding)
	);
}

function inSteps(value: number, decimals: number, rounding: Rounding): number {
	const unit = 10 ** -decimals;
	// Steps are counted to a millionth, so that a binary fraction just beside a step counts as that step. Adding 0 turns -0 into 0.
	return rounding(Number((value / unit).toFixed(6))) * unit + 0;
}

/** Noise can carry a small share below nothing; what is shown stays a share. */
export function shownShare(share: number): number {
	return Math.max(0, Math.min(1, share));
}

/** A share of 1 as a percentage, rounded to what its standard error allows. */
export function percent(share: number, se: number, lang: Lang): string {
	return messagesFor(lang).figure.percent(plain(shownShare(share) * 100, decimalsFor(se * 100), lang));
}

/** A difference of shares in percentage points, without sign. */
export function points(difference: number, se: number, lang: Lang): string {
	return messagesFor(lang).figure.points(plain(Math.abs(difference) * 100, decimalsFor(se * 100), lang));
}

/** A percentage that is not a measurement: a class limit, a probability. */
export function roundPercent(share: number, lang: Lang): string {
	const text = numberFormat(lang, { maximumFractionDigits: 2 }).format(Number((share * 100).toFixed(6)));
	return messagesFor(lang).figure.percent(text);
}

/** A whole number that carries no noise: how many regions, how many results. */
export function whole(value: number, lang: Lang): string {
	return numberFormat(lang).format(value);
}

/** A count in words: "about", rounded to the standard error of its noise; "fewer than ..." when it may well be zero. */
export function count(value: number, se: number, lang: Lang): string {
	const m = messagesFor(lang).figure;
	const unit = unitFor(se);
	if (value < 1.96 * se) {
		const bound = Math.ceil(Math.max(value + 1.96 * se, 1) / unit) * unit;
		return m.lessThan(whole(bound, lang));
	}
	const rounded = whole(Math.round(value / unit) * unit, lang);
	return se > 0 ? m.about(rounded) : rounded;
}

/** The count that another is part of: rounded like any, without "about" said twice in one sentence. */
export function total(value: number, se: number, lang: Lang): string {
	return value < 1.96 * se ? count(value, se, lang) : whole(Math.round(value / unitFor(se)) * unitFor(se), lang);
}

/** The step that a number with this standard error is rounded to: 1, 10, 100. */
export function unitFor(se: number): number {
	return 10 ** Math.max(0, Math.floor(Math.log10(Math.max(se, 1))));
}

/** The ends of a 95 % interval as numbers, rounded outward, so that they differ and hold the interval computed. */
function ends(lower: number, upper: number, se: number, lang: Lang): [string, string] {
	const decimals = decimalsFor(se * 100);
	return [plain(lower * 100, decimals, lang, Math.floor), plain(upper * 100, decimals, lang, Math.ceil)];
}

/**
 * The numbers that `percent`, `interval` and `untold` say of a figure, in per cent: a share of null where only a bound can be
 * told, and nothing at all where there is too little to say.
 */
export function shownPercents({ share, share_se: se, lower, upper }: ShareFigure) {
	if (lower === null || upper === null) return null;
	const decimals = share === null || se === null ? boundDecimals(lower, upper) : decimalsFor(se * 100);
	const percents = (value: number, rounding: Rounding) =>
		Number(inSteps(value * 100, decimals, rounding).toFixed(Math.max(0, decimals)));
	return {
		share: share === null || se === null ? null : percents(shownShare(share), Math.round),
		lower: percents(lower, Math.floor),
		upper: percents(upper, Math.ceil)
	};
}

/** A bound within a tenth of its end has one decimal, any other none. */
function boundDecimals(lower: number, upper: number): number {
	return Math.min(upper, 1 - lower) < 0.1 ? 1 : 0;
}

/** What stands in the place of a share that has no number: "minder dan 4%", or that there is too little to say. */
export function untold({ lower, upper }: Pick<ShareFigure, 'lower' | 'upper'>, lang: Lang): string {
	const m = messagesFor(lang).figure;
	if (lower === null || upper === null) return m.tooSmall;
	const decimals = boundDecimals(lower, upper);
	return lower > 0
		? m.shareAbove(m.percent(plain(lower * 100, decimals, lang, Math.floor)))
		: m.shareBelow(m.percent(plain(upper * 100, decimals, lang, Math.ceil)));
}

/** The interval of a share in words, or null when there is no share to speak of. */
export function interval(figure: ShareFigure, lang: Lang): string | null {
	const { lower, upper, share_se: se } = figure;
	if (lower === null || upper === null || se === null) return null;
	const m = messagesFor(lang).figure;
	const [low, high] = ends(lower, upper, se, lang);
	return m.between(m.percent(low), m.percent(high));
}

/** The interval as numbers only, for a list whose heading says what they are. */
export function shortInterval(figure: ShareFigure, lang: Lang): string | null {
	const { lower, upper, share_se: se } = figure;
	if (lower === null || upper === null || se === null) return null;
	const m = messagesFor(lang).figure;
	const [low, high] = ends(lower, upper, se, lang);
	return `${m.percent(low)} – ${m.percent(high)}`;
}

/** The 95 % interval of a difference of shares in words, without sign. */
export function pointsInterval(size: number, se: number, lang: Lang): string {
	const [low, high] = ends(Math.max(0, size - 1.96 * se), size + 1.96 * se, se, lang);
	return messagesFor(lang).figure.betweenPoints(low, high);
}

export function date(value: Date, lang: Lang): string {
	return dateFormat(lang, { dateStyle: 'long' }).format(value);
}

/** A date with its time of day, in the Netherlands. */
export function moment(value: Date, lang: Lang): string {
	return dateFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(value);
}

/** Below this, a reader counts no zeros any more. */
const SMALLEST = 1e-12;

/** A number that describes a release (delta, rho, epsilon), in full: not every font has the signs of a power of ten. */
export function parameter(value: number, lang: Lang, digits = 3): string {
	const format = numberFormat(lang, { maximumSignificantDigits: digits });
	return value > 0 && value < SMALLEST ? `< ${format.format(SMALLEST)}` : format.format(value);
}

/** "7,4% (tussen 7,1% en 7,7%)", "minder dan 4%", or that there is too little to say. */
export function inWords(figure: ShareFigure, lang: Lang): string {
	const range = interval(figure, lang);
	if (figure.share === null || figure.share_se === null || range === null) return untold(figure, lang);
	return `${percent(figure.share, figure.share_se, lang)} (${range})`;
}
