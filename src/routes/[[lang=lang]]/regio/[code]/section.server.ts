import { bandsShow } from '$lib/charts/trend.ts';
import type { TrendInput, TrendPoint } from '$lib/charts/trend.ts';
import { difference, differenceInWords } from '$lib/format/compare.ts';
import { figureCells } from '$lib/format/figure-cells.ts';
import { inWords, shownShare } from '$lib/format/numbers.ts';
import { releaseOf } from '$lib/format/release.ts';
import { sourceOf } from '$lib/format/source.ts';
import { localeOf } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import { groupViews } from '$lib/server/groups.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import type { SubRegion } from '$lib/server/queries/sub-regions.ts';
import type { Renderer } from '$lib/server/render-chart.ts';
import { told } from '$lib/server/told.ts';
import { certaintyView } from './certainty.server.ts';

interface Change {
	readonly previous: string;
	readonly change: number;
	readonly change_se: number;
	readonly p_rise: number;
	readonly is_signal: boolean;
}

interface SectionQuestion {
	readonly indicator: Indicator;
	readonly region: { readonly code: string; readonly name: string };
	/** The country, or undefined on the country's own page. */
	readonly compared: { readonly code: string; readonly name: string } | undefined;
	/** Other regions whose lines are drawn beside the region's own. */
	readonly beside?: readonly { readonly code: string; readonly name: string }[];
	/** Figures of all these regions: every period of this indicator, and of the region itself every group. */
	readonly figures: readonly RegionFigure[];
	readonly change: Change | undefined;
	readonly children: readonly (SubRegion & { href: string | undefined })[];
	/** How many of the children to show; the rest is one link away. */
	readonly shown: number;
	readonly lang: Lang;
	readonly render: Renderer;
}

/** One indicator of a region page, or null when there is no figure for the region. */
export function section(question: SectionQuestion) {
	const { indicator, region, compared, beside = [], figures, change, children, shown, lang, render } = question;
	const total = (code: string | undefined) =>
		figures.filter((f) => f.region === code && f.attribute === '').sort((a, b) => a.period.localeCompare(b.period));
	const series = total(region.code);
	const reference = total(compared?.code);
	const figure = series.find((f) => f.period === indicator.period) ?? series.at(-1);
	if (figure === undefined) return null;
	const whole = reference.find((f) => f.period === figure.period);
	const apart = whole === undefined ? null : difference(figure, whole);
	const locale = localeOf[lang];
	const trend: TrendInput = {
		kind: 'trend',
		locale,
		region: pointsOf(series, lang),
		reference: pointsOf(reference, lang),
		referenceName: compared?.name ?? '',
		...(beside.length > 0 && {
			others: beside.map(({ code, name }) => ({ name, points: pointsOf(total(code), lang) }))
		})
	};
	const lines = [region, ...(compared === undefined ? [] : [compared]), ...beside];
	const label = lang === 'en' ? indicator.label_en : indicator.label_nl;
	return {
		id: `${indicator.spec}-${indicator.id}`,
		spec: indicator.spec,
		indicator: indicator.id,
		label,
		description: lang === 'en' ? indicator.description_en : indicator.description_nl,
		title: lang === 'en' ? indicator.title_en : indicator.title_nl,
		period: figure.period,
		unit: indicator.unit,
		release: releaseOf(indicator),
		definition: indicator.definition,
		source: indicator.source_kind,
		/** Where the figures come from, in words. */
		said: sourceOf(indicator, lang),
		figure: told(figure),
		comparison: apart === null || compared === undefined ? null : differenceInWords(apart, compared.name, lang),
		change: change ?? null,
		trend: trend.region.length < 2 ? null : { input: trend, drawing: render(trend), bandsShow: bandsShow(trend) },
		series: series.map((f) => ({ period: f.period, words: inWords(f, lang), reliability: f.reliability })),
		/** Each line of the trend, period by period. */
		rows: render({
			kind: 'rows',
			rows: lines.flatMap(({ code, name }) => total(code).map((f) => [name, f.period, ...figureCells(f, lang)]))
		}),
		certainty: certaintyView({ figure, whole, name: compared?.name, lang, render }),
		reference: reference.map((f) => ({ period: f.period, words: inWords(f, lang) })),
		groups: groupViews({ indicator, whole: figure, figures, lang, render }),
		children: children.slice(0, shown),
		childCount: children.length
	};
}

function pointsOf(figures: readonly RegionFigure[], lang: Lang): TrendPoint[] {
	return figures.flatMap((f) =>
		f.share === null || f.share_se === null
			? []
			: [{ period: f.period, share: shownShare(f.share), se: f.share_se, label: `${f.period}: ${inWords(f, lang)}` }]
	);
}
