import { dotsAbove, quantileDots } from '$lib/charts/quantile-dots.ts';
import type { QuantileDotsInput } from '$lib/charts/quantile-dots.ts';
import { interval, percent, shownShare } from '$lib/format/numbers.ts';
import type { ShareFigure } from '$lib/format/numbers.ts';
import { exploringTexts } from '$lib/messages/exploring.ts';
import { localeOf } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Renderer } from '$lib/server/render-chart.ts';

interface CertaintyQuestion {
	readonly figure: ShareFigure;
	/** The figure of the country, and its name; undefined on the country's own page. */
	readonly whole: ShareFigure | undefined;
	readonly name: string | undefined;
	readonly lang: Lang;
	readonly render: Renderer;
}

/** Ends between which eighteen of twenty equally likely values lie. */
const NINETY = 1.644854;

/** One figure as twenty equally likely values, in a chart and in words; null where there is too little to say. */
export function certaintyView({ figure, whole, name, lang, render }: CertaintyQuestion) {
	const { share, share_se: se } = figure;
	if (share === null || se === null || !(se > 0)) return null;
	const reference = whole?.share ?? null;
	const words =
		reference === null || name === undefined
			? between(figure, share, se, lang)
			: above(dotsAbove(share, se, reference), name, lang);
	const input: QuantileDotsInput = {
		kind: 'quantile-dots',
		locale: localeOf[lang],
		share,
		se,
		reference,
		referenceName: name ?? '',
		label: words
	};
	const rows = quantileDots(share, se).map((dot, i) => [String(i + 1), percent(shownShare(dot.share), se, lang)]);
	return { input, drawing: render(input), words, rows: render({ kind: 'rows', rows }) };
}

function above(dots: number, name: string, lang: Lang): string {
	const m = exploringTexts(lang);
	if (dots === 0) return m.dotsAboveNone(name);
	return dots === 1 ? m.dotsAboveOne(name) : m.dotsAbove(String(dots), name);
}

function between(figure: ShareFigure, share: number, se: number, lang: Lang): string {
	const ends = { lower: shownShare(share - NINETY * se), upper: shownShare(share + NINETY * se) };
	return exploringTexts(lang).dotsBetween(interval({ ...figure, ...ends }, lang) ?? '');
}
