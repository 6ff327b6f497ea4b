import { UNKNOWN } from '../../../analytics/contract/region-tree.ts';
import type { DotRangeInput } from '../charts/dot-range.ts';
import { attributeName } from '../format/attribute-name.ts';
import { codeName } from '../format/names.ts';
import { figureCells } from '../format/figure-cells.ts';
import { inWords, shownShare } from '../format/numbers.ts';
import { localeOf } from '../messages/index.ts';
import type { Lang } from '../messages/index.ts';
import type { Indicator } from './queries/indicators.ts';
import type { RegionFigure } from './queries/region-figures.ts';
import type { Renderer } from './render-chart.ts';

export interface GroupsQuestion {
	readonly indicator: Indicator;
	/** The figure of everyone together. */
	readonly whole: RegionFigure;
	/** Figures among which those of the groups are. */
	readonly figures: readonly RegionFigure[];
	readonly lang: Lang;
	readonly render: Renderer;
}

/** One chart for each attribute that the indicator is broken down by. */
export function groupViews({ indicator, whole, figures, lang, render }: GroupsQuestion) {
	const own = figures.filter(
		(f) =>
			f.spec === whole.spec && f.indicator === whole.indicator && f.region === whole.region && f.period === whole.period
	);
	return indicator.groups.flatMap((group) => {
		const names = group.codes.filter((code) => code.code !== UNKNOWN).map((code) => code[lang]);
		const inOrder = hasOrder(group.attribute, names) ? () => 0 : byShare;
		const rows = group.codes
			.flatMap((code) => {
				const figure = own.find((f) => f.attribute === group.attribute && f.code === code.code);
				return figure === undefined ? [] : [rowOf(figure, codeName(code[lang], lang), lang)];
			})
			.sort(inOrder);
		if (rows.length === 0) return [];
		const input: DotRangeInput = {
			kind: 'dot-range',
			locale: localeOf[lang],
			rows: rows.map(({ row }) => row),
			reference: whole.share
		};
		return [
			{
				name: attributeName(group.attribute, lang),
				/** Each group in words. */
				table: rows.map(({ name, words, reliability }) => ({ name, words, reliability })),
				rows: render({ kind: 'rows', rows: rows.map(({ name, cells }) => [name, ...cells]) }),
				input,
				// A chart in which nothing is told would show an empty axis.
				drawing: rows.every(({ share }) => share === null) ? null : render(input)
			}
		];
	});
}

function rowOf(figure: RegionFigure, name: string, lang: Lang) {
	const { lower, upper, reliability } = figure;
	const share = figure.share === null ? null : shownShare(figure.share);
	const words = inWords(figure, lang);
	return {
		name,
		words,
		share,
		reliability,
		cells: figureCells(figure, lang),
		row: { name, share, lower, upper, reliability, words, label: `${name}: ${words}` }
	};
}

/** Time since an event and names that all start with a number have an order of their own; others go by their share. */
function hasOrder(attribute: string, names: readonly string[]): boolean {
	return attribute.startsWith('event_') || names.every((name) => /^\d/.test(name));
}

function byShare(a: { share: number | null }, b: { share: number | null }): number {
	return (b.share ?? -1) - (a.share ?? -1);
}
