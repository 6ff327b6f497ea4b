import { gapsIn } from '$lib/charts/gaps.ts';
import { position } from '$lib/charts/positions.ts';
import type { SlopeInput } from '$lib/charts/slope.ts';
import type { SmallMultiplesInput } from '$lib/charts/small-multiples.ts';
import type { TrendPoint } from '$lib/charts/trend.ts';
import { figureCells } from '$lib/format/figure-cells.ts';
import { attributeName } from '$lib/format/attribute-name.ts';
import { inWords, shownShare } from '$lib/format/numbers.ts';
import { shortPeriod } from '$lib/format/period.ts';
import { sourceOf } from '$lib/format/source.ts';
import { exploringTexts } from '$lib/messages/exploring.ts';
import { localeOf } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import type { Renderer } from '$lib/server/render-chart.ts';
import type { RegionState } from '$lib/url.ts';
import { cijferOf } from '../../choose.ts';
import { changeOf } from './change.ts';
import { PARTS, seriesOf, SIMILAR } from './series.server.ts';
import type { Series, SeriesQuestion } from './series.server.ts';

interface ExploreQuestion extends SeriesQuestion {
	/** Each indicator in its latest period, and in every period. */
	readonly latest: readonly Indicator[];
	readonly all: readonly Indicator[];
	readonly hasParts: boolean;
	readonly state: RegionState;
	readonly render: Renderer;
}

/** Parts, similar regions or groups side by side: a small trend for each, and the change between two periods. */
export async function exploreView(db: Published, question: ExploreQuestion) {
	const { latest, all, region, hasParts, state, lang, render } = question;
	const m = exploringTexts(lang);
	const periodsOf = (one: Indicator) => all.filter((row) => row.spec === one.spec && row.id === one.id);
	const indicators = latest.filter((one) => periodsOf(one).length > 1);
	const first = indicators[0];
	if (first === undefined) return null;
	const asked = indicators.find((one) => cijferOf(one) === state.cijfer);
	const chosen = asked ?? first;
	const whats = whatsOf(chosen, { hasParts, isMunicipality: region.level === 'gemeente' }, lang);
	const what = whats.find(({ value }) => value === state.naast) ?? whats[0];
	if (what === undefined) return null;
	const earlier = periodsOf(chosen)
		.map(({ period }) => period)
		.filter((period) => period < chosen.period);
	const since = earlier.find((period) => period === state.van) ?? yearBefore(chosen.period, earlier);
	// Charts of many lines are made for who asks for them: the page itself stays short.
	const isAsked = [state.cijfer, state.naast, state.van].some((one) => one !== undefined);
	const { series, reference, total } = isAsked ? await seriesOf(db, question, chosen, what.value) : nothing;
	const label = lang === 'en' ? chosen.label_en : chosen.label_nl;
	return {
		ignored: [
			...(state.cijfer !== undefined && asked === undefined ? ['cijfer'] : []),
			// A choice that another figure has stays in the address while figures change.
			...(state.naast !== undefined && !isWhat(state.naast, all) ? ['naast'] : []),
			...(state.van !== undefined && !all.some(({ period }) => period === state.van) ? ['van'] : [])
		],
		isAsked,
		label,
		indicators: indicators.map((one) => ({
			value: cijferOf(one),
			label: lang === 'en' ? one.label_en : one.label_nl
		})),
		whats,
		periods: earlier,
		chosen: { cijfer: cijferOf(chosen), naast: what.value, what: what.label, van: since, period: chosen.period },
		kept: { indeling: state.indeling, toon: state.toon, vergelijk: state.vergelijk },
		source: sourceOf(chosen, lang),
		shown: series.length,
		total,
		reference: reference.name,
		multiples: multiplesOf(series, reference, lang, render),
		slope: slopeOf(series, { from: since, to: chosen.period }, lang, render),
		keys: m.slopeKeys
	};
}

const nothing = { series: [], reference: { name: '', figures: [] }, total: 0 };

const isWhat = (value: string, all: readonly Indicator[]) =>
	[PARTS, SIMILAR].includes(value) || all.some(({ groups }) => groups.some(({ attribute }) => attribute === value));

function whatsOf(
	chosen: Indicator,
	{ hasParts, isMunicipality }: { hasParts: boolean; isMunicipality: boolean },
	lang: Lang
) {
	const m = exploringTexts(lang);
	return [
		...(hasParts ? [{ value: PARTS, label: m.parts }] : []),
		...(isMunicipality ? [{ value: SIMILAR, label: m.similar }] : []),
		...chosen.groups
			.filter(({ attribute }) => !attribute.startsWith('event_'))
			.map(({ attribute }) => ({ value: attribute, label: m.groups(attributeName(attribute, lang)) }))
	];
}

/** The same season a year earlier, or else the period before. */
function yearBefore(period: string, earlier: readonly string[]): string {
	const [, year, rest = ''] = /^(\d{4})(.*)$/.exec(period) ?? [];
	const before = `${Number(year) - 1}${rest}`;
	return earlier.includes(before) ? before : (earlier[0] ?? period);
}

const ascending = (a: RegionFigure, b: RegionFigure) => a.period.localeCompare(b.period);

function pointsOf(figures: readonly RegionFigure[], lang: Lang): TrendPoint[] {
	return [...figures].sort(ascending).flatMap(({ share, share_se: se, ...f }) => {
		if (share === null || se === null) return [];
		const label = inWords({ share, share_se: se, ...f }, lang);
		return [{ period: f.period, share: position(shownShare(share)), se: position(se), label }];
	});
}

function multiplesOf(series: readonly Series[], reference: Omit<Series, 'href'>, lang: Lang, render: Renderer) {
	const drawn = series.flatMap(({ name, href, figures }) => {
		const points = pointsOf(figures, lang);
		const last = points.at(-1);
		const label = last === undefined ? '' : `${name}, ${shortPeriod(last.period, lang)}: ${last.label}`;
		return points.length < 2 ? [] : [{ name, ...(href !== undefined && { href }), points, label }];
	});
	if (drawn.length === 0) return null;
	const input: SmallMultiplesInput = {
		kind: 'small-multiples',
		locale: localeOf[lang],
		series: drawn,
		reference: pointsOf(reference.figures, lang).map(({ period, share }) => ({ period, share }))
	};
	const rows = series.flatMap(({ name, figures }) =>
		[...figures].sort(ascending).map((f) => [name, shortPeriod(f.period, lang), ...figureCells(f, lang)])
	);
	const hasGaps = drawn.some(({ points }) => gapsIn(points) > 0);
	return { input, hasGaps, drawing: render(input), rows: render({ kind: 'rows', rows }) };
}

function slopeOf(series: readonly Series[], periods: { from: string; to: string }, lang: Lang, render: Renderer) {
	const changes = series.flatMap(({ name, href, figures }) => {
		const at = (period: string) => figures.find((f) => f.period === period);
		const change = changeOf(at(periods.from), at(periods.to), lang);
		return change === null ? [] : [{ name, ...(href !== undefined && { href }), ...change }];
	});
	if (changes.length === 0) return null;
	const m = exploringTexts(lang);
	const input: SlopeInput = {
		kind: 'slope',
		locale: localeOf[lang],
		...periods,
		rows: changes.map(({ words, number: _, ...row }) => ({
			...row,
			label: m.slopeWords(row.name, row.from.words, row.to.words, `${words} (${m.slopeKeys[row.change]})`)
		}))
	};
	return {
		input,
		drawing: render(input),
		rows: render({
			kind: 'rows',
			rows: changes.map(({ name, from, to, number, change }) => [
				...[name, from.words, to.words, number],
				m.slopeKeys[change]
			])
		})
	};
}
