import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { figureCells } from '$lib/format/figure-cells.ts';
import { attributeName } from '$lib/format/attribute-name.ts';
import { codeName } from '$lib/format/names.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import type { Renderer } from '$lib/server/render-chart.ts';

export const isEvent = (attribute: string) => attribute.startsWith('event_');

interface EventsQuestion {
	readonly indicator: Indicator;
	/** Figures of the region, every period and group. */
	readonly figures: readonly RegionFigure[];
	readonly lang: Lang;
	readonly render: Renderer;
}

/**
 * Shares after life events as rows of a table, by time since the event; null where none is told. Curves against people without
 * the event are on the page of life events.
 */
export function eventsView({ indicator, figures, lang, render }: EventsQuestion) {
	const rows = indicator.groups
		.filter(({ attribute }) => isEvent(attribute))
		.flatMap(({ attribute, codes }) =>
			codes
				.filter(({ code }) => code !== UNKNOWN)
				.flatMap((code) => {
					const figure = figures.find(
						(f) => f.period === indicator.period && f.attribute === attribute && f.code === code.code
					);
					return figure?.share == null
						? []
						: [[eventName(attribute, lang), codeName(code[lang], lang), ...figureCells(figure, lang)]];
				})
		);
	return rows.length === 0 ? null : render({ kind: 'rows', rows });
}

/** Its own name: the heading above says that it is a life event. */
function eventName(attribute: string, lang: Lang): string {
	const name = attributeName(attribute, lang).replace(/^[^:]*: /, '');
	return name.charAt(0).toUpperCase() + name.slice(1);
}
