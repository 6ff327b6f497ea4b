import { classLimits, classOf } from '$lib/format/classes.ts';
import { answer } from '$lib/server/answer.ts';
import type { Published } from '$lib/server/db.ts';
import { boundaryLevels } from '$lib/server/queries/boundaries.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { levels } from '$lib/server/queries/levels.ts';
import { national } from '$lib/server/queries/national.ts';
import { ranking } from '$lib/server/queries/ranking.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { comparedWith, signalCounts, signals } from '$lib/server/queries/signals.ts';
import { definitionCaveats } from '$lib/server/definition-changes.ts';
import { groupViews } from '$lib/server/groups.ts';
import { historyNotes } from '$lib/server/history-notes.ts';
import { regionFigures } from '$lib/server/queries/region-figures.ts';
import { rendererFor } from '$lib/server/render-chart.ts';
import type { Renderer } from '$lib/server/render-chart.ts';
import { told } from '$lib/server/told.ts';
import { twinView } from '$lib/server/twin-view.ts';
import { namedApart } from '$lib/server/twins.ts';
import { noticesOf } from '$lib/format/names.ts';
import { placeName, placeTitle } from '$lib/format/place-name.ts';
import { releaseOf } from '$lib/format/release.ts';
import { sourceOf } from '$lib/format/source.ts';
import { href, regionHref } from '$lib/links.ts';
import { parseOverview } from '$lib/url.ts';
import type { OverviewState } from '$lib/url.ts';
import type { Lang } from '$lib/messages/index.ts';
import { chooseIndicator, chooseLevel, cijferOf, optionsOf } from './choose.ts';
import { mapView } from './map.server.ts';
import { watchedView } from './watched.server.ts';
import type { PageServerLoad } from './$types';

const TOP = 25;
/** A list longer than this is not read; the search and the region pages lead further. */
const ALL = 1_000;

export const load: PageServerLoad = ({ params, url, isDataRequest }) =>
	answer(async (db) => {
		const render = rendererFor({ isDataRequest });
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseOverview(url.searchParams);
		const rows = namedApart(await indicators(db));
		const choice = chooseIndicator(rows, state, ignored);
		if (choice === undefined) return { view: null };
		const { chosen, periods } = choice;
		const series = rows.filter(({ spec, id }) => spec === chosen.spec && id === chosen.id);
		const [wholes, history] = await Promise.all([
			national(db, { spec: chosen.spec, indicator: chosen.id }),
			chosen.tree === null ? [] : historyNotes(db, [chosen], lang)
		]);
		const whole = wholes.find((figure) => figure.period === chosen.period);
		const limits = classLimits(wholes.flatMap((figure) => figure.share ?? []));
		const regions =
			chosen.tree === null
				? null
				: await regionsView(db, { chosen, tree: chosen.tree, rows, state, ignored, limits, lang, render });
		const groups =
			regions !== null || whole === undefined
				? []
				: groupViews({
						indicator: chosen,
						whole,
						figures: await regionFigures(db, [chosen.spec], [whole.region]),
						lang,
						render
					});
		return {
			view: {
				ignored,
				notices: noticesOf([chosen], lang),
				twin: twinView(rows, chosen, lang),
				/** What changed in the definition up to this period. */
				caveats: definitionCaveats(
					series.filter(({ period }) => period <= chosen.period),
					lang
				),
				/** What changed in the regions up to this period, and what came after its warnings were computed. */
				history,
				indicators: optionsOf(rows, lang),
				periods,
				chosen: {
					cijfer: cijferOf(chosen),
					label: lang === 'en' ? chosen.label_en : chosen.label_nl,
					description: lang === 'en' ? chosen.description_en : chosen.description_nl,
					period: chosen.period,
					unit: chosen.unit,
					source: chosen.source_kind,
					release: releaseOf(chosen),
					definition: chosen.definition,
					/** Where the figures come from, in words. */
					said: sourceOf(chosen, lang)
				},
				whole: whole && told(whole),
				limits,
				nationClass: whole?.share == null ? null : classOf(whole.share, limits),
				regions,
				groups
			}
		};
	});

interface RegionsQuestion {
	chosen: Indicator;
	tree: string;
	rows: readonly Indicator[];
	state: OverviewState;
	ignored: string[];
	limits: readonly number[];
	lang: Lang;
	render: Renderer;
}

/** Everything that depends on the region tree: levels, map, list and signals. */
async function regionsView(db: Published, question: RegionsQuestion) {
	const { chosen, tree, rows, state, ignored, limits, lang, render } = question;
	const all = await levels(db, tree);
	const level = chooseLevel(all, state, ignored);
	if (level === undefined) return null;
	const linkTree = rows[0]?.tree === tree ? undefined : tree;
	const order = state.volgorde ?? 'zeker';
	const choice = { spec: chosen.spec, period: chosen.period, indicator: chosen.id, tree };
	const drawable = await boundaryLevels(db, tree);
	const [listed, rises, previous, watched, map, root] = await Promise.all([
		ranking(db, { ...choice, level, order, limit: state.toon === 'alle' ? ALL : TOP }),
		signals(db, choice),
		comparedWith(db, choice),
		watchedView(db, { chosen, rows, lang }),
		mapView(db, {
			...choice,
			level,
			tileLevel: all.find((l) => l.tiles > 0),
			boundaryLevels: drawable,
			wanted: state.kaart ?? 'tegels',
			limits,
			lang,
			linkTree
		}),
		rootName(db, tree)
	]);
	// Only when there is nothing to list: where else in this release something stands out.
	const counts = rises.length > 0 ? [] : await signalCounts(db, choice);
	const elsewhere = counts.flatMap(({ indicator, rises: count }) => {
		const row = rows.find((r) => r.spec === chosen.spec && r.period === chosen.period && r.id === indicator);
		if (row === undefined) return [];
		const to = href(lang, '/', { cijfer: cijferOf(row), periode: row.period });
		return [{ label: lang === 'en' ? row.label_en : row.label_nl, count, href: to }];
	});
	return {
		root: root && { ...root, name: placeName(root, lang) },
		elsewhere,
		levels: all.map(({ level: name, regions: count }) => ({ name, count })),
		level: level.level,
		total: level.regions,
		order,
		top: TOP,
		showsAll: state.toon === 'alle',
		ranking: listed.map((row) => ({ ...row, name: placeTitle(row, lang), href: regionHref(lang, row.code, linkTree) })),
		watched,
		previous,
		signals: rises.map((row) => ({ ...row, name: placeTitle(row, lang), href: regionHref(lang, row.code, linkTree) })),
		hasBoundaries: drawable.length > 0,
		map: map === null ? null : { level: map.level, tile: map.tile, kind: map.kind, drawing: render(map.input) }
	};
}
