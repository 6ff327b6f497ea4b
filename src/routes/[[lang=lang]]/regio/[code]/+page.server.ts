import { error } from '@sveltejs/kit';
import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { answer } from '$lib/server/answer.ts';
import { indicators, type Indicator } from '$lib/server/queries/indicators.ts';
import { levels } from '$lib/server/queries/levels.ts';
import { regionFigures } from '$lib/server/queries/region-figures.ts';
import { regionSignals } from '$lib/server/queries/region-signals.ts';
import { pathOf, region } from '$lib/server/queries/region.ts';
import { subRegions } from '$lib/server/queries/sub-regions.ts';
import { regionWatch, supplyBreaks } from '$lib/server/queries/watch.ts';
import { noticesOf } from '$lib/format/names.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import { regionHref } from '$lib/links.ts';
import { parseRegion } from '$lib/url.ts';
import { section } from './section.server.ts';
import { watchSection } from './watch.server.ts';
import type { PageServerLoad } from './$types';

/** Parts of a region shown at once; a city has more than a hundred. */
const SHOWN = 15;

/** What several releases tell of the same kind of unit is shown once: from the release with the most periods. */
function once(latest: readonly Indicator[], all: readonly Indicator[]): Indicator[] {
	const periods = ({ spec, id }: Indicator) => all.filter((row) => row.spec === spec && row.id === id).length;
	return latest.filter((row) => {
		const others = latest.filter(({ id, unit }) => id === row.id && unit === row.unit);
		return row === others.reduce((most, one) => (periods(one) > periods(most) ? one : most));
	});
}

/** No text of the database holds a null character: asking for one would be a fault there. */
const isCode = (text: string) => text !== UNKNOWN && !text.includes('\0');

export const load: PageServerLoad = ({ params, url, isDataRequest }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state } = parseRegion(url.searchParams);
		const found = isCode(params.code) ? await region(db, params.code, state.indeling) : undefined;
		if (found === undefined) error(404, { message: 'unknown region', kind: 'unknown-region' });
		const all = await indicators(db);
		const own = all.filter((row) => row.tree === found.tree);
		const specs = [...new Set(own.map((row) => row.spec))];
		const path = await pathOf(db, found.tree, found.code);
		const root = path[0] ?? found;
		const compared = root.code === found.code ? undefined : root;
		const [figures, changes, watched, breaks, tree] = await Promise.all([
			regionFigures(db, specs, compared === undefined ? [found.code] : [found.code, compared.code]),
			regionSignals(db, specs, found.code),
			regionWatch(db, specs, found.code),
			supplyBreaks(db, { specs }),
			levels(db, found.tree)
		]);
		const linkTree = all[0]?.tree === found.tree ? undefined : found.tree;
		const link = (code: string) => regionHref(lang, code, linkTree);
		// Rows come latest period first: the first row of an indicator is its latest.
		const latest = once(
			own.filter((row, i) => own.findIndex((r) => r.spec === row.spec && r.id === row.id) === i),
			own
		);
		const sections = await Promise.all(
			latest.map(async (indicator) => {
				const children = await subRegions(db, {
					parent: found.code,
					spec: indicator.spec,
					period: indicator.period,
					indicator: indicator.id
				});
				return section({
					indicator,
					region: found,
					compared,
					figures: figures.filter((f) => f.spec === indicator.spec && f.indicator === indicator.id),
					change: changes.find(
						(c) => c.spec === indicator.spec && c.indicator === indicator.id && c.period === indicator.period
					),
					children: children.map((child) => ({
						...child,
						href: child.code === UNKNOWN ? undefined : link(child.code)
					})),
					shown: state.toon === 'alle' ? children.length : SHOWN,
					lang,
					render: rendererFor({ isDataRequest })
				});
			})
		);
		const about = <Row extends { spec: string; indicator: string }>(
			rows: readonly Row[],
			{ spec, id }: (typeof own)[number]
		) => rows.filter((row) => row.spec === spec && row.indicator === id);
		const watch = latest.map((indicator) =>
			watchSection({
				indicator,
				region: found.code,
				root: root.code,
				rows: about(watched, indicator),
				figures: about(figures, indicator),
				breaks: about(breaks, indicator),
				lang,
				render: rendererFor({ isDataRequest })
			})
		);
		return {
			notices: noticesOf(own, lang),
			/** The same page with every part. */
			allHref: regionHref(lang, found.code, linkTree, 'alle'),
			region: { code: found.code, name: found.name, level: found.level },
			path: path.slice(0, -1).map(({ code, name }) => ({ code, name, href: link(code) })),
			compared: compared === undefined ? null : { name: compared.name },
			childLevel: tree.find((level) => level.depth === found.depth + 1)?.level ?? null,
			sections: sections.filter((s) => s !== null),
			watch: watch.filter((w) => w !== null)
		};
	});
