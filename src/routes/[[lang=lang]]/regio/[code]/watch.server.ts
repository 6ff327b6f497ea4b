import type { WatchTrendInput } from '$lib/charts/watch-trend.ts';
import { shortPeriod } from '$lib/format/period.ts';
import { position } from '$lib/charts/positions.ts';
import { gapsIn } from '$lib/charts/gaps.ts';
import { levelInterval, levelInWords } from '$lib/format/rise.ts';
import { sourceOf } from '$lib/format/source.ts';
import { href } from '$lib/links.ts';
import { localeOf } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import { watchTexts } from '$lib/messages/watch.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import type { RegionWatch } from '$lib/server/queries/watch.ts';
import type { Renderer } from '$lib/server/render-chart.ts';
import { cijferOf } from '../../choose.ts';

interface WatchQuestion {
	readonly indicator: Indicator;
	readonly region: string;
	/** Code of the country. */
	readonly root: string;
	/** Every period of this indicator, ascending. */
	readonly rows: readonly RegionWatch[];
	/** Figures of the region and of the country: every period and group of this indicator. */
	readonly figures: readonly RegionFigure[];
	readonly breaks: readonly { readonly period: string; readonly region: string }[];
	readonly lang: Lang;
	readonly render: Renderer;
}

type Told = RegionWatch & { estimate: number; estimate_sd: number };

function isTold(row: RegionWatch): row is Told {
	return row.estimate !== null && row.estimate_sd !== null;
}

/** How early warning sees a region in one indicator, or null when the indicator is not watched there. */
export function watchSection({ indicator, region, root, rows, figures, breaks, lang, render }: WatchQuestion) {
	const latest = rows.at(-1);
	if (latest === undefined || latest.period !== indicator.period) return null;
	// A level of regions is held against the nation or against itself; periods by another model are another scale.
	const comparable = rows.filter(isTold).filter((row) => row.against === latest.against);
	const chart: WatchTrendInput = {
		kind: 'watch-trend',
		locale: localeOf[lang],
		against: latest.against,
		levels: comparable.map((row) => ({
			period: row.period,
			level: position(row.estimate),
			sd: position(row.estimate_sd),
			label: `${shortPeriod(row.period, lang)}: ${levelInWords(row, lang)} (${levelInterval(row, lang)})`
		})),
		published: publishedOn(latest.against, figures, region, root),
		breaks: breaks.filter((one) => one.region === region || one.region === root).map(({ period }) => period)
	};
	return {
		id: `${indicator.spec}-${indicator.id}-bewaking`,
		label: lang === 'en' ? indicator.label_en : indicator.label_nl,
		latest,
		/** Where the figures come from, in words. */
		said: sourceOf(indicator, lang),
		// Of a region that is too small a chart would show noise alone.
		chart:
			comparable.length < 2 || latest.state === 'too_small'
				? null
				: {
						input: chart,
						drawing: render(chart),
						hasBreaks: chart.breaks.length > 0,
						hasGaps: gapsIn(chart.levels) > 0,
						rows: render({ kind: 'rows', rows: comparable.map((row) => cellsOf(row, lang)) })
					},
		href: href(lang, '/signalen', { cijfer: cijferOf(indicator), periode: indicator.period, gebied: region })
	};
}

function cellsOf(row: Told, lang: Lang): string[] {
	return [
		shortPeriod(row.period, lang),
		levelInWords(row, lang),
		levelInterval(row, lang),
		watchTexts(lang).states[row.state]
	];
}

/** Published shares on the scale of the levels: as they are, or as ratios to the country's. */
function publishedOn(
	against: RegionWatch['against'],
	figures: readonly RegionFigure[],
	region: string,
	root: string
): WatchTrendInput['published'] {
	const shares = (code: string) =>
		new Map(figures.filter((f) => f.region === code && f.attribute === '').map((f) => [f.period, f.share]));
	const national = shares(root);
	return [...shares(region)].flatMap(([period, share]) => {
		const unit = against === 'itself' ? 1 : national.get(period);
		return share === null || !unit ? [] : [{ period, value: position(share / unit) }];
	});
}
