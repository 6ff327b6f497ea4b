import { inWords } from '$lib/format/numbers.ts';
import { placeName, placeTitle } from '$lib/format/place-name.ts';
import { regionHref } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { signalledKey } from '$lib/server/queries/signal-figures.ts';
import type { SignalFigures } from '$lib/server/queries/signal-figures.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';
import type { Asked } from './asked.server.ts';
import { groupOf } from './choices.server.ts';

type Known = Pick<Asked, 'mainTree'> & { readonly rows: readonly Indicator[] };

/** Names and links of what early warning says, in a language. */
export function teller({ rows, mainTree }: Known, lang: Lang) {
	const labelOf = (row: Indicator) => (lang === 'en' ? row.label_en : row.label_nl);
	const link = (code: string, tree: string | null) =>
		regionHref(lang, code, tree === null || tree === mainTree ? undefined : tree);
	const nameOf = ({ spec, indicator }: { readonly spec: string; readonly indicator: string }) => {
		const row = rows.find((one) => one.spec === spec && one.id === indicator);
		return row === undefined ? indicator : labelOf(row);
	};
	return {
		labelOf,
		nameOf,
		link,
		/** A row with its names and links. */
		tell: (row: OpenSignal) => ({
			...row,
			region_name: placeTitle({ code: row.region, name: row.region_name }, lang),
			explained_by_name:
				row.explained_by === null || row.explained_by_name === null
					? null
					: placeName({ code: row.explained_by, name: row.explained_by_name }, lang),
			label: nameOf(row),
			group: groupOf(
				rows.find((one) => one.spec === row.spec && one.period === row.period && one.id === row.indicator),
				row.attribute,
				row.code,
				lang
			),
			href: link(row.region, row.tree),
			explainedHref: row.explained_by === null ? null : link(row.explained_by, row.tree)
		}),
		/** The figure that a signal is about as other pages say it; null where there is none. */
		figureOf: (row: OpenSignal, figures: SignalFigures) => {
			const figure = figures.get(signalledKey(row));
			return figure === undefined ? null : { words: inWords(figure, lang), reliability: figure.reliability };
		}
	};
}

export type ToldSignal = ReturnType<ReturnType<typeof teller>['tell']>;
