import { gapsIn } from '$lib/charts/gaps.ts';
import type { MissingPeriod } from '$lib/charts/gaps.ts';
import { bandsShow } from '$lib/charts/trend.ts';
import { position } from '$lib/charts/positions.ts';
import type { LinePoint, TrendInput, TrendPoint } from '$lib/charts/trend.ts';
import { difference, differenceInWords } from '$lib/format/compare.ts';
import { figureCells } from '$lib/format/figure-cells.ts';
import { inWords, shownShare } from '$lib/format/numbers.ts';
import { shortPeriod, thePeriod } from '$lib/format/period.ts';
import { releaseOf } from '$lib/format/release.ts';
import { sourceOf } from '$lib/format/source.ts';
import { localeOf, messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import { definitionCaveats, definitionChanges } from '$lib/server/definition-changes.ts';
import { groupViews } from '$lib/server/groups.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import type { SubRegion } from '$lib/server/queries/sub-regions.ts';
import type { Renderer } from '$lib/server/render-chart.ts';
import { told } from '$lib/server/told.ts';
import { certaintyView } from './certainty.server.ts';
import { isEvent } from './events.server.ts';
import { isFlow } from './flows.server.ts';

interface Change {
	readonly previous: string;
	readonly change: number;
	readonly change_se: number;
	readonly p_rise: number;
	readonly is_signal: boolean;
}

/** A declared change of what is delivered, from a period on. */
export interface Break {
	readonly period: string;
	readonly region: string;
	readonly reason_nl: string;
	readonly reason_en: string;
}

interface SectionQuestion {
	readonly indicator: Indicator;
	/** The indicator in every period, for what changed in its definition. */
	readonly periods?: readonly Indicator[];
	/** Declared breaks in the supply of the indicator, of any region. */
	readonly breaks?: readonly Break[];
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
	const { indicator, periods = [], breaks = [], region, compared, beside = [] } = question;
	const { figures, change, children, shown, lang, render } = question;
	const total = (code: string | undefined) =>
		figures.filter((f) => f.region === code && f.attribute === '').sort((a, b) => a.period.localeCompare(b.period));
	const series = total(region.code);
	const reference = total(compared?.code);
	const figure = series.find((f) => f.period === indicator.period) ?? series.at(-1);
	if (figure === undefined) return null;
	const whole = reference.find((f) => f.period === figure.period);
	const apart = whole === undefined ? null : difference(figure, whole);
	const locale = localeOf[lang];
	const broken = breaks.filter((one) => one.region === region.code || one.region === compared?.code);
	const trend: TrendInput = {
		kind: 'trend',
		locale,
		region: pointsOf(series, lang),
		missing: missingOf(series, lang),
		reference: lineOf(reference),
		referenceName: compared?.name ?? '',
		breaks: [...broken, ...definitionChanges(periods)].map(({ period }) => period),
		...(beside.length > 0 && {
			others: beside.map(({ code, name }) => ({ name, points: lineOf(total(code)) }))
		})
	};
	const lines = [region, ...(compared === undefined ? [] : [compared]), ...beside];
	const groups = indicator.groups.filter(({ attribute }) => !isEvent(attribute));
	const label = lang === 'en' ? indicator.label_en : indicator.label_nl;
	return {
		id: `${indicator.spec}-${indicator.id}`,
		spec: indicator.spec,
		cijfer: `${indicator.spec}.${indicator.id}`,
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
		verdict: apart?.verdict ?? null,
		comparison: apart === null || compared === undefined ? null : differenceInWords(apart, compared.name, lang),
		change: change ?? null,
		/** What a reader must know before comparing periods. */
		caveats: [...broken.map((one) => supplyCaveat(one, lang)), ...definitionCaveats(periods, lang)],
		trend: trend.region.length < 2 ? null : trendView(trend, render),
		series: series.map((f) => ({ period: f.period, words: inWords(f, lang), reliability: f.reliability })),
		/** Each line of the trend, period by period. */
		rows: render({
			kind: 'rows',
			rows: lines.flatMap(({ code, name }) =>
				total(code).map((f) => [name, shortPeriod(f.period, lang), ...figureCells(f, lang)])
			)
		}),
		// Beside a state its flows have enough of their interval.
		certainty: isFlow(indicator.id) ? null : certaintyView({ figure, whole, name: compared?.name, lang, render }),
		reference: reference.map((f) => ({ period: f.period, words: inWords(f, lang) })),
		groups: groupViews({ indicator: { ...indicator, groups }, whole: figure, figures, lang, render }),
		children: children.slice(0, shown),
		childCount: children.length
	};
}

const trendView = (input: TrendInput, render: Renderer) => ({
	input,
	drawing: render(input),
	bandsShow: bandsShow(input),
	hasGaps: gapsIn(input.region) > 0,
	hasBreaks: (input.breaks ?? []).length > 0
});

function pointsOf(figures: readonly RegionFigure[], lang: Lang): TrendPoint[] {
	return figures.flatMap((f) => {
		if (f.share === null || f.share_se === null) return [];
		const label = `${shortPeriod(f.period, lang)}: ${inWords(f, lang)}`;
		return [{ period: f.period, share: position(shownShare(f.share)), se: position(f.share_se), label }];
	});
}

function lineOf(figures: readonly RegionFigure[]): LinePoint[] {
	return figures.flatMap(({ period, share }) =>
		share === null ? [] : [{ period, share: position(shownShare(share)) }]
	);
}

/** Periods of which there is too little to say. */
function missingOf(figures: readonly RegionFigure[], lang: Lang): MissingPeriod[] {
	return figures
		.filter(({ share, share_se: se }) => share === null || se === null)
		.map((f) => ({ period: f.period, label: `${shortPeriod(f.period, lang)}: ${inWords(f, lang)}` }));
}

function supplyCaveat({ period, reason_nl, reason_en }: Break, lang: Lang): string {
	const reason = (lang === 'en' ? reason_en : reason_nl).replace(/\.$/, '');
	return messagesFor(lang).region.supplyBroke(thePeriod(period, lang), reason);
}
