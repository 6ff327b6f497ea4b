import { levelName, noticesOf } from '$lib/format/names.ts';
import { placeName } from '$lib/format/place-name.ts';
import { regionHref } from '$lib/links.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import type { Lang } from '$lib/messages/index.ts';
import { Drawing } from '$lib/drawing.ts';
import type { Brief } from '$lib/server/brief/brief.ts';
import type { Published } from '$lib/server/db.ts';
import { historyNotes } from '$lib/server/history-notes.ts';
import { briefFigures } from '$lib/server/queries/brief-figures.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { regionSignals } from '$lib/server/queries/region-signals.ts';
import { pathOf, type RegionRow } from '$lib/server/queries/region.ts';
import { regionWatch } from '$lib/server/queries/watch.ts';
import { parseRegion } from '$lib/url.ts';
import { regionAsked } from '../asked.server.ts';
import { isEvent } from '../events.server.ts';
import { latestOnce } from '../latest.server.ts';
import { section } from '../section.server.ts';
import { watchSection } from '../watch.server.ts';
import { groupsOf, trendsOf } from './charts.server.ts';
import { comparisonOf } from './comparison.server.ts';
import { figuresOf, shortOf } from './figures.server.ts';
import { definitionsOf, howOf } from './how.server.ts';
import { pastOf } from './past.server.ts';
import { risingOf } from './rising.server.ts';

/** Where people know a region to lie: in its municipality or province, else in the country. */
function placeOf(path: readonly RegionRow[]): string {
	const above = path.slice(0, -1);
	return (above.findLast(({ level }) => level === 'gemeente' || level === 'provincie') ?? above[0])?.name ?? '';
}

/** Page and PDF draw what they show at their own width. */
const undrawn = () => new Drawing('', false);

interface BriefQuestion {
	readonly code: string;
	readonly url: URL;
	readonly lang: Lang;
}

/** The brief of a region, from the same questions as its page. */
export async function briefOf(db: Published, { code, url, lang }: BriefQuestion): Promise<Brief> {
	const m = briefTexts(lang);
	const asked = await regionAsked(db, code, parseRegion(url.searchParams).state.indeling);
	const named = <Place extends { code: string; name: string }>(one: Place) => ({ ...one, name: placeName(one, lang) });
	const found = named(asked);
	const all = await indicators(db);
	const own = all.filter((row) => row.tree === found.tree);
	const path = await pathOf(db, found.tree, found.code);
	const root = named(path[0] ?? found);
	const compared = root.code === found.code ? undefined : root;
	const latest = latestOnce(own);
	const specs = [...new Set(latest.map((row) => row.spec))];
	const periods = [...new Set(latest.map((row) => row.period))];
	const attributes = new Set(latest.flatMap(({ groups }) => groups.map(({ attribute }) => attribute)));
	const [figures, changes, watched, history] = await Promise.all([
		briefFigures(db, {
			...{ specs, periods, region: found.code, compared: compared?.code },
			attributes: [...attributes].filter((attribute) => !isEvent(attribute))
		}),
		regionSignals(db, specs, found.code, periods),
		regionWatch(db, specs, found.code, periods),
		historyNotes(db, latest, lang)
	]);
	const about = <Row extends { spec: string; indicator: string }>(rows: readonly Row[], one: (typeof own)[number]) =>
		rows.filter((row) => row.spec === one.spec && row.indicator === one.id);
	const told = latest.flatMap((indicator) => {
		const one = section({
			indicator,
			region: found,
			compared,
			figures: about(figures, indicator),
			change: about(changes, indicator).find((change) => change.period === indicator.period),
			children: [],
			shown: 0,
			lang,
			render: undrawn
		});
		if (one === null) return [];
		const watch = watchSection({
			indicator,
			region: found.code,
			root: root.code,
			rows: about(watched, indicator),
			figures: [],
			breaks: [],
			lang,
			render: undrawn
		});
		return [{ ...one, spec: indicator.spec, indicator: indicator.id, watch: watch?.latest ?? null }];
	});
	const published = told.map((one) => one.release.publishedAt.getTime());
	const address = url.origin + regionHref(lang, found.code, all[0]?.tree === found.tree ? undefined : found.tree);
	return {
		lang,
		code: found.code,
		name: found.name,
		title: m.of(found.name),
		place: m.place(levelName(found.level, lang), placeOf(path.map(named))),
		publishedAt: published.length === 0 ? null : new Date(Math.max(...published)),
		notices: noticesOf(
			own.filter((row) => told.some((one) => one.release.id === row.release)),
			lang
		),
		short: shortOf(told, lang),
		figures: figuresOf(told, lang),
		trends: trendsOf(told, found.name, lang),
		rising: [...risingOf(told, lang), ...pastOf(history, lang)],
		groups: groupsOf(told, lang),
		comparison: await comparisonOf(db, { path, told, lang }),
		how: howOf(told, address, lang),
		definitions: definitionsOf(told, lang),
		address
	};
}
