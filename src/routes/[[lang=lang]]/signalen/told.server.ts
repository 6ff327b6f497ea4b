import { regionHref } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { OpenSignal } from '$lib/server/queries/watch.ts';
import type { Asked } from './asked.server.ts';
import { groupOf } from './choices.server.ts';

/** Names and links of what early warning says, in a language. */
export function teller({ rows, mainTree }: Pick<Asked, 'rows' | 'mainTree'>, lang: Lang) {
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
			label: nameOf(row),
			group: groupOf(
				rows.find((one) => one.spec === row.spec && one.period === row.period && one.id === row.indicator),
				row.attribute,
				row.code,
				lang
			),
			href: link(row.region, row.tree),
			explainedHref: row.explained_by === null ? null : link(row.explained_by, row.tree)
		})
	};
}

export type ToldSignal = ReturnType<ReturnType<typeof teller>['tell']>;
