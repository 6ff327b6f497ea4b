import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { aboutOf, shareNotes } from '$lib/server/download/about.ts';
import type { Dataset, Row } from '$lib/server/download/dataset.ts';
import { figureRow, figureShape } from '$lib/server/download/figures.ts';
import { download } from '$lib/server/download/handler.ts';
import { inParts } from '$lib/server/download/in-parts.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { levels } from '$lib/server/queries/levels.ts';
import type { Level } from '$lib/server/queries/levels.ts';
import { national } from '$lib/server/queries/national.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { namedApart } from '$lib/server/twins.ts';
import { parseOverview } from '$lib/url.ts';
import type { OverviewState } from '$lib/url.ts';
import { chooseIndicator, chooseLevel } from '../choose.ts';
import type { RequestHandler } from './$types';

/** Figures of the overview: the country in each period, and every region of the chosen level. */
export const GET: RequestHandler = (event) => download(event, (db, lang) => overview(db, event.url, lang));

async function overview(db: Published, url: URL, lang: Lang): Promise<Dataset | null> {
	const { state, ignored } = parseOverview(url.searchParams);
	const all = namedApart(await indicators(db));
	const chosen = chooseIndicator(all, state, ignored)?.chosen;
	if (chosen === undefined) return null;
	const periods = all.filter((row) => row.spec === chosen.spec && row.id === chosen.id);
	const [wholes, regions] = await Promise.all([
		national(db, { spec: chosen.spec, indicator: chosen.id }),
		chosen.tree === null ? null : regionsOf(db, { chosen, tree: chosen.tree, state, lang })
	]);
	const whole = regions?.root ?? { code: 'total', name: '', level: '' };
	const nation = wholes.flatMap((figure) => {
		const indicator = periods.find(({ period }) => period === figure.period);
		if (indicator === undefined) return [];
		return [figureRow(figure, { region: whole, level: whole.level, indicator }, lang)];
	});
	return {
		shape: figureShape(lang),
		rows: [...nation, ...(regions?.rows ?? [])],
		about: aboutOf({
			name: [chosen.spec, chosen.id, chosen.period, ...(regions === null ? [] : [regions.level])],
			title: `${lang === 'en' ? chosen.label_en : chosen.label_nl}, ${chosen.period}`,
			url,
			indicators: periods,
			own: shareNotes(periods, lang),
			lang
		})
	};
}

interface RegionQuestion {
	readonly chosen: Indicator;
	readonly tree: string;
	readonly state: OverviewState;
	readonly lang: Lang;
}

/** The root of the tree, and a row for every other region of the level. */
async function regionsOf(db: Published, { chosen, tree, state, lang }: RegionQuestion) {
	const all = await levels(db, tree);
	const level = chooseLevel(all, state, []);
	const root = await rootName(db, tree);
	if (level === undefined || root === undefined) return null;
	const rows: Row[] = [];
	for await (const figures of inParts(db, { ...only(level), of: chosen, indicator: chosen.id, perRegion: 1 }))
		for (const figure of figures) {
			const region = { code: figure.region, name: figure.region_name };
			if (region.code !== root.code)
				rows.push(figureRow(figure, { region, level: figure.level, indicator: chosen }, lang));
		}
	return { rows, level: level.level, root: { ...root, level: all[0]?.level ?? '' } };
}

const only = ({ level, first, last }: Level) => ({ level, first, last });
