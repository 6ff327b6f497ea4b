import { UNKNOWN } from '../../../../../analytics/contract/region-tree.ts';
import { answer } from '$lib/server/answer.ts';
import { historyNotes } from '$lib/server/history-notes.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { levels } from '$lib/server/queries/levels.ts';
import { regionFigures } from '$lib/server/queries/region-figures.ts';
import { regionTotals } from '$lib/server/queries/region-totals.ts';
import { regionSignals } from '$lib/server/queries/region-signals.ts';
import { neighbours } from '$lib/server/queries/neighbours.ts';
import { pathOf } from '$lib/server/queries/region.ts';
import { subRegions } from '$lib/server/queries/sub-regions.ts';
import { regionWatch, supplyBreaks } from '$lib/server/queries/watch.ts';
import { watchedAmong } from '$lib/server/queries/watched-among.ts';
import { noticesOf } from '$lib/format/names.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import { twinView } from '$lib/server/twin-view.ts';
import { latestOnce } from '$lib/server/twins.ts';
import { placeName, placeTitle } from '$lib/format/place-name.ts';
import { href, regionHref } from '$lib/links.ts';
import { parseRegion } from '$lib/url.ts';
import { regionToShow } from './asked.server.ts';
import { besideView } from './beside.server.ts';
import { eventsView } from './events.server.ts';
import { exploreView } from './explore.server.ts';
import { flowsView } from './flows.server.ts';
import { glanceView } from './glance.server.ts';
import { heatView } from './heat.server.ts';
import { section } from './section.server.ts';
import { watchSection } from './watch.server.ts';
import type { PageServerLoad } from './$types';

/** Parts of a region shown at once; a city has more than a hundred. */
const SHOWN = 10;

export const load: PageServerLoad = ({ params, url, isDataRequest }) =>
	answer(async (db) => {
		const render = rendererFor({ isDataRequest });
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state } = parseRegion(url.searchParams);
		const named = <Place extends { code: string; name: string }>(one: Place) => ({
			...one,
			name: placeName(one, lang)
		});
		const asked = await regionToShow(db, params.code, state.indeling, lang);
		const found = named(asked);
		const all = await indicators(db);
		const own = all.filter((row) => row.tree === found.tree);
		const specs = [...new Set(own.map((row) => row.spec))];
		const [path, near] = await Promise.all([pathOf(db, found.tree, found.code), neighbours(db, found)]);
		const root = named(path[0] ?? found);
		const compared = root.code === found.code ? undefined : root;
		const latest = latestOnce(own);
		const [ownFigures, wholeFigures, changes, watches, above, breaks, tree, history, beside] = await Promise.all([
			regionFigures(db, specs, [found.code]),
			// Of the whole only the totals are shown: its groups are as many as the region's own.
			regionTotals(db, { specs, regions: compared === undefined ? [] : [compared.code] }),
			regionSignals(db, specs, found.code),
			regionWatch(db, specs, found.code),
			watchedAmong(db, latest, path.slice(0, -1)),
			supplyBreaks(db, { specs }),
			levels(db, found.tree),
			historyNotes(db, latest, lang),
			besideView(db, { region: found, root: root.code, specs, state, lang })
		]);
		const figures = [...ownFigures, ...wholeFigures];
		const linkTree = all[0]?.tree === found.tree ? undefined : found.tree;
		const link = (code: string) => regionHref(lang, code, linkTree);
		const lines = [...figures, ...beside.totals];
		const childLevel = tree.find((level) => level.depth === found.depth + 1)?.level ?? null;
		const about = <Row extends { spec: string; indicator: string }>(
			rows: readonly Row[],
			{ spec, id }: (typeof own)[number]
		) => rows.filter((row) => row.spec === spec && row.indicator === id);
		const exploring = exploreView(db, {
			...{ latest, all: own, region: found, root, hasParts: childLevel !== null, figures, state, link, lang },
			render
		});
		const sectioning = Promise.all(
			latest.map(async (indicator) => {
				const children = await subRegions(db, {
					parent: found.code,
					spec: indicator.spec,
					period: indicator.period,
					indicator: indicator.id
				});
				return section({
					indicator,
					periods: own.filter(({ spec, id }) => spec === indicator.spec && id === indicator.id),
					breaks: about(breaks, indicator),
					region: found,
					compared,
					beside: beside.view.chosen,
					figures: lines.filter((f) => f.spec === indicator.spec && f.indicator === indicator.id),
					change: changes.find(
						(c) => c.spec === indicator.spec && c.indicator === indicator.id && c.period === indicator.period
					),
					children: children.map((child) => ({
						...child,
						href: child.code === UNKNOWN ? undefined : link(child.code)
					})),
					shown: state.toon === 'alle' ? children.length : SHOWN,
					lang,
					render
				});
			})
		);
		const [sections, explore] = await Promise.all([sectioning, exploring]);
		const watch = latest.map((indicator) =>
			watchSection({
				indicator,
				region: found.code,
				root: root.code,
				rows: about(watches, indicator),
				figures: about(figures, indicator),
				breaks: about(breaks, indicator),
				lang,
				render
			})
		);
		const told = sections.filter((s) => s !== null);
		const watcher = above.at(-1);
		const watched = watch.filter((w) => w !== null);
		const extrasOf = (one: (typeof told)[number]) => {
			const indicator = latest.find(({ spec, id }) => spec === one.spec && id === one.indicator)!;
			const events = eventsView({ indicator, figures: about(ownFigures, indicator), lang, render });
			return { events, twin: twinView(own, indicator, lang) };
		};
		return {
			notices: noticesOf(own, lang),
			history,
			/** The same page with every part. */
			allHref: href(lang, `/regio/${encodeURIComponent(found.code)}`, { ...state, indeling: linkTree, toon: 'alle' }),
			beside: beside.view,
			flows: flowsView(told, lang),
			glance: glanceView({
				...{ sections: told, watch: watched, indicators: latest, figures: ownFigures, lang },
				watcher:
					watcher === undefined ? null : { name: placeTitle(watcher, lang), href: `${link(watcher.code)}#bewaking` }
			}),
			heat: heatView({ indicators: latest, region: found.code, figures, lang }),
			explore,
			region: { code: found.code, name: found.name, title: placeTitle(asked, lang), level: found.level },
			path: path.slice(0, -1).map((one) => ({ code: one.code, name: placeTitle(one, lang), href: link(one.code) })),
			previous: near.previous && { name: near.previous.name, href: link(near.previous.code) },
			next: near.next && { name: near.next.name, href: link(near.next.code) },
			compared: compared === undefined ? null : { name: compared.name },
			childLevel,
			sections: told.map((one) => ({ ...shown(one), ...extrasOf(one) })),
			watch: watched,
			/** Whether each list of parts is asked for in full: then they stand open. */
			showsAll: state.toon === 'alle'
		};
	});

type Section = NonNullable<ReturnType<typeof section>>;

/** A section as its part of the page shows it. What only other parts are made from is not sent. */
function shown({ series: _, reference: __, spec: ___, indicator: ____, figure, groups, ...rest }: Section) {
	const { share, share_se, lower, upper, reliability, numerator, numerator_se, denominator, denominator_se } = figure;
	return {
		...rest,
		figure: { share, share_se, lower, upper, reliability, numerator, numerator_se, denominator, denominator_se },
		groups: groups.map(({ table: _____, ...group }) => group)
	};
}
