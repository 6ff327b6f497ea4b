import { placeTitle } from '$lib/format/place-name.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { aboutOf, shareNotes } from '$lib/server/download/about.ts';
import type { Dataset, Row } from '$lib/server/download/dataset.ts';
import { figureRow, figureShape } from '$lib/server/download/figures.ts';
import type { DownloadedFigure } from '$lib/server/download/figures.ts';
import { download } from '$lib/server/download/handler.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { regionFigures } from '$lib/server/queries/region-figures.ts';
import { pathOf } from '$lib/server/queries/region.ts';
import type { RegionRow } from '$lib/server/queries/region.ts';
import { regionChildren } from '$lib/server/queries/region-children.ts';
import { namedApart } from '$lib/server/twins.ts';
import { parseRegion } from '$lib/url.ts';
import { regionAsked } from '../asked.server.ts';
import type { RequestHandler } from './$types';

/** Figures of a region: every indicator, period and group of it, the country beside it, and its parts in the latest period. */
export const GET: RequestHandler = (event) =>
	download(event, (db, lang) => regionDataset(db, event.params.code, event.url, lang));

async function regionDataset(db: Published, code: string, url: URL, lang: Lang): Promise<Dataset | null> {
	const { state } = parseRegion(url.searchParams);
	const found = await regionAsked(db, code, state.indeling);
	const own = namedApart((await indicators(db)).filter((row) => row.tree === found.tree));
	const title = placeTitle(found, lang);
	const specs = [...new Set(own.map(({ spec }) => spec))];
	const root = (await pathOf(db, found.tree, found.code))[0] ?? found;
	const latest = own.filter((row, i) => own.findIndex((one) => one.spec === row.spec && one.id === row.id) === i);
	const [figures, parts] = await Promise.all([
		regionFigures(db, specs, [...new Set([found.code, root.code])]),
		regionChildren(db, {
			parent: found.code,
			releases: latest.map(({ release }) => release)
		})
	]);
	const rowOf = (
		figure: DownloadedFigure,
		{ code: at, name, level }: Pick<RegionRow, 'code' | 'name' | 'level'>
	): Row[] => {
		const indicator = own.find(
			({ spec, period, id }) => spec === figure.spec && period === figure.period && id === figure.indicator
		);
		return indicator === undefined ? [] : [figureRow(figure, { region: { code: at, name }, level, indicator }, lang)];
	};
	const isNation = ({ region: at }: { region: string }) => at === root.code && at !== found.code;
	return {
		shape: figureShape(lang),
		rows: [
			...figures.filter((figure) => !isNation(figure)).flatMap((figure) => rowOf(figure, found)),
			...figures
				.filter((figure) => isNation(figure) && figure.attribute === '')
				.flatMap((figure) => rowOf(figure, root)),
			...parts.flatMap((part) => rowOf(part, { code: part.region, name: part.region_name, level: part.level }))
		],
		about: aboutOf({
			name: [found.code, title],
			title,
			url,
			indicators: own,
			own: shareNotes(own, lang),
			lang
		})
	};
}
