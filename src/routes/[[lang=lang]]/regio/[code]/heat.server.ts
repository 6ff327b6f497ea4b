import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { difference } from '$lib/format/compare.ts';
import { heatClass } from '$lib/format/heat.ts';
import { attributeName } from '$lib/format/attribute-name.ts';
import { codeName } from '$lib/format/names.ts';
import { percent, untold } from '$lib/format/numbers.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import { isFlow } from './flows.server.ts';

interface HeatQuestion {
	/** Each in the period that is shown. */
	readonly indicators: readonly Indicator[];
	readonly region: string;
	readonly figures: readonly RegionFigure[];
	readonly lang: Lang;
}

/** Flows and life events have parts of the site of their own. */
const isShown = (indicator: Indicator) => !isFlow(indicator.id);
const isGroup = (attribute: string) => !attribute.startsWith('event_');

/** Every group beside every indicator that is told of it; a table for each attribute, null where a region has none. */
export function heatView({ indicators, region, figures, lang }: HeatQuestion) {
	const columns = indicators.filter((one) => isShown(one) && one.groups.some(({ attribute }) => isGroup(attribute)));
	const of = (column: Indicator, attribute: string, code: string) =>
		figures.find(
			(f) =>
				f.region === region &&
				f.spec === column.spec &&
				f.indicator === column.id &&
				f.period === column.period &&
				f.attribute === attribute &&
				f.code === code
		);
	const wholes = columns.map((column) => of(column, '', ''));
	const attributes = [...new Set(columns.flatMap(({ groups }) => groups.map(({ attribute }) => attribute)))];
	const blocks = attributes.filter(isGroup).flatMap((attribute) => {
		const codes = new Map(
			columns.flatMap(({ groups }) =>
				groups.filter((group) => group.attribute === attribute).flatMap((group) => group.codes.map((c) => [c.code, c]))
			)
		);
		codes.delete(UNKNOWN);
		const rows = [...codes.values()].flatMap((code) => {
			const cells = columns.map((column, i) => cellOf(of(column, attribute, code.code), wholes[i], lang));
			return cells.every((cell) => cell === null) ? [] : [{ name: codeName(code[lang], lang), cells }];
		});
		return rows.length === 0 ? [] : [{ name: attributeName(attribute, lang), rows }];
	});
	if (blocks.length === 0) return null;
	return {
		columns: columns.map((one) => ({
			id: `${one.spec}.${one.id}`,
			label: lang === 'en' ? one.label_en : one.label_nl,
			period: one.period
		})),
		everyone: wholes.map((whole) => cellOf(whole, undefined, lang)),
		blocks
	};
}

function cellOf(figure: RegionFigure | undefined, whole: RegionFigure | undefined, lang: Lang) {
	if (figure === undefined) return null;
	const { share, share_se: se, reliability } = figure;
	if (share === null || se === null)
		return { text: untold(figure, lang), letter: reliability, class: null, isClear: false };
	const apart = whole === undefined ? null : difference(figure, whole);
	return {
		text: percent(share, se, lang),
		letter: reliability,
		class: whole?.share == null ? null : heatClass(share / whole.share),
		isClear: apart !== null && (apart.verdict === 'higher' || apart.verdict === 'lower')
	};
}
