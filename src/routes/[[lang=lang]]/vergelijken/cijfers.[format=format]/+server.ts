import { downloadsTexts } from '$lib/messages/downloads.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { aboutOf, shareNotes } from '$lib/server/download/about.ts';
import type { Dataset } from '$lib/server/download/dataset.ts';
import { figureRow, figureShape } from '$lib/server/download/figures.ts';
import { download } from '$lib/server/download/handler.ts';
import { comparedFigures, namedRegions } from '$lib/server/queries/compare-regions.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { namedApart } from '$lib/server/twins.ts';
import { parseComparison } from '$lib/url.ts';
import { chooseIndicator } from '../../choose.ts';
import { chooseGroups, everyone } from '../group.server.ts';
import type { RequestHandler } from './$types';

/** Every figure of the period for the chosen regions, and the country beside them. */
export const GET: RequestHandler = (event) => download(event, (db, lang) => comparison(db, event.url, lang));

async function comparison(db: Published, url: URL, lang: Lang): Promise<Dataset | null> {
	const { state, ignored } = parseComparison(url.searchParams);
	const all = namedApart(await indicators(db)).filter((row) => row.tree !== null);
	const chosen = chooseIndicator(all, state, ignored)?.chosen;
	if (chosen?.tree == null) return null;
	const { spec, period, tree } = chosen;
	const asked = chooseGroups(chosen, state.groep, ignored, lang);
	const groups = asked.length === 0 ? [everyone] : asked;
	const root = await rootName(db, tree);
	const codes = [...new Set([...state.gebied, ...(root === undefined ? [] : [root.code])])];
	const [known, figures] = await Promise.all([
		namedRegions(db, tree, codes),
		Promise.all(
			groups.map(({ attribute, code }) => comparedFigures(db, { spec, period, regions: codes, attribute, code }))
		)
	]);
	const told = all.filter((row) => row.spec === spec && row.period === period);
	const m = downloadsTexts(lang);
	return {
		shape: figureShape(lang),
		rows: told.flatMap((indicator) =>
			codes.flatMap((at) => {
				const region = known.find((one) => one.code === at);
				if (region === undefined) return [];
				return figures
					.flat()
					.filter((one) => one.region === at && one.indicator === indicator.id)
					.map((figure) => figureRow(figure, { region, level: region.level, indicator }, lang));
			})
		),
		about: aboutOf({
			name: ['vergelijken', ...codes, period],
			title: `${m.titles.compare}, ${period}`,
			url,
			indicators: told,
			own: shareNotes(told, lang),
			lang
		})
	};
}
