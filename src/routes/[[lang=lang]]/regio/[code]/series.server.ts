import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { codeName } from '$lib/format/names.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { partsThroughTime } from '$lib/server/queries/parts-through-time.ts';
import type { RegionFigure } from '$lib/server/queries/region-figures.ts';
import { regionTotals } from '$lib/server/queries/region-totals.ts';
import type { RegionTotal } from '$lib/server/queries/region-totals.ts';
import { similarTo } from '$lib/server/similar.ts';

/** Panels that can still be read together. */
const MOST = 12;
/** What can be looked at beside groups of an attribute, as the address says it. */
export const PARTS = 'delen';
export const SIMILAR = 'lijkt';

export interface SeriesQuestion {
	readonly region: { readonly code: string; readonly tree: string; readonly level: string; readonly name: string };
	readonly root: { readonly code: string; readonly name: string };
	/** Figures of the region and of the country: every period and group. */
	readonly figures: readonly RegionFigure[];
	readonly link: (code: string) => string;
	readonly lang: Lang;
}

/** One line: a region or a group, through time. */
export interface Series {
	readonly name: string;
	readonly href: string | undefined;
	readonly figures: readonly RegionFigure[];
}

/** What is asked for side by side, with the whole that each is held against. */
export async function seriesOf(db: Published, question: SeriesQuestion, chosen: Indicator, what: string) {
	const { region, root, figures, link, lang } = question;
	const own = figures.filter((f) => f.spec === chosen.spec && f.indicator === chosen.id);
	const totalOf = (code: string) => own.filter((f) => f.region === code && f.attribute === '');
	const choice = { spec: chosen.spec, indicator: chosen.id };
	if (what === PARTS) {
		const parts = byRegion(await partsThroughTime(db, { ...choice, parent: region.code }), link);
		const series = largest(parts, chosen.period);
		return { series, reference: { name: region.name, figures: totalOf(region.code) }, total: parts.length };
	}
	if (what === SIMILAR) {
		const near = (await similarTo(db, region.tree, [region.code], lang))?.rows ?? [];
		const codes = [region.code, ...near.map(({ code }) => code)];
		const rows = await regionTotals(db, { specs: [chosen.spec], regions: codes, indicator: chosen.id });
		const series = byRegion(
			codes.flatMap((code) => rows.filter((row) => row.region === code)),
			link
		);
		return { series, reference: { name: root.name, figures: totalOf(root.code) }, total: series.length };
	}
	const codes = chosen.groups.find(({ attribute }) => attribute === what)?.codes ?? [];
	const series = codes
		.filter(({ code }) => code !== UNKNOWN)
		.map((code) => ({
			name: codeName(code[lang], lang),
			href: undefined,
			figures: own.filter((f) => f.region === region.code && f.attribute === what && f.code === code.code)
		}))
		.slice(0, MOST);
	return { series, reference: { name: region.name, figures: totalOf(region.code) }, total: series.length };
}

function byRegion(rows: readonly RegionTotal[], link: (code: string) => string): Series[] {
	const codes = [...new Set(rows.map((row) => row.region))];
	return codes.map((code) => {
		const figures = rows.filter((row) => row.region === code);
		return { name: figures[0]!.region_name, href: link(code), figures };
	});
}

/** At most twelve: those with the most units, in the order they came in. */
function largest(series: readonly Series[], period: string): Series[] {
	const size = (one: Series) => one.figures.find((f) => f.period === period)?.denominator ?? 0;
	const kept = new Set([...series].sort((a, b) => size(b) - size(a)).slice(0, MOST));
	return series.filter((one) => kept.has(one));
}
