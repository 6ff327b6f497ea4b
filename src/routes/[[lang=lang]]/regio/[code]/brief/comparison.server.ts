import { UNKNOWN } from '../../../../../../analytics/contract/region-tree.ts';
import { levelName } from '$lib/format/names.ts';
import { percent, shortInterval, untold } from '$lib/format/numbers.ts';
import type { ShareFigure } from '$lib/format/numbers.ts';
import { placeTitle } from '$lib/format/place-name.ts';
import { shortPeriod } from '$lib/format/period.ts';
import { briefTexts } from '$lib/messages/brief.ts';
import { messagesFor } from '$lib/messages/index.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { BriefComparison } from '$lib/server/brief/brief.ts';
import type { Published } from '$lib/server/db.ts';
import { comparedFigures } from '$lib/server/queries/compare-regions.ts';
import type { RegionRow } from '$lib/server/queries/region.ts';
import { subRegions } from '$lib/server/queries/sub-regions.ts';
import { similarTo } from '$lib/server/similar.ts';
import type { Told } from './told.ts';

/** Figures beside each other that a page is wide enough for. */
const ACROSS = 3;
const PARTS = 5;

interface ComparisonQuestion {
	/** From the root down to the region itself. */
	readonly path: readonly RegionRow[];
	readonly told: readonly Told[];
	readonly lang: Lang;
}

interface Named {
	readonly code: string;
	readonly name: string;
}

/** A municipality beside those like it, any other region beside those it lies in, and the root above its highest parts. */
export async function comparisonOf(
	db: Published,
	{ path, told, lang }: ComparisonQuestion
): Promise<BriefComparison | null> {
	const shown = told.slice(0, ACROSS);
	const [first, own, root] = [shown[0], path.at(-1), path[0]];
	if (first === undefined || own === undefined || root === undefined) return null;
	const m = briefTexts(lang);
	const tableOf = async (places: readonly Named[]) => ({
		caption: m.area,
		head: [m.area, ...shown.map(({ label, period }) => `${label}, ${shortPeriod(period, lang)}`)],
		rows: await rowsOf(db, places, shown, lang)
	});
	const similar = await similarTo(db, own.tree, [own.code], lang);
	if (similar !== null)
		return { title: m.similar, lead: m.similarLead, table: await tableOf([own, root, ...similar.rows]) };
	if (path.length > 1) {
		// A province may have the name of its capital.
		const around = path.map((one) => ({
			code: one.code,
			name: `${placeTitle(one, lang)}, ${levelName(one.level, lang)}`
		}));
		return { title: m.around, lead: m.aroundLead, table: await tableOf(around.reverse()) };
	}
	const parts = await subRegions(db, { parent: own.code, ...first });
	const highest = parts.filter(({ code, share }) => code !== UNKNOWN && share !== null).slice(0, PARTS);
	if (highest.length === 0) return null;
	return { title: m.parts, lead: m.partsLead, table: await tableOf([own, ...highest]) };
}

async function rowsOf(db: Published, places: readonly Named[], shown: readonly Told[], lang: Lang) {
	const regions = places.map(({ code }) => code);
	const cells = await Promise.all(
		shown.map(async ({ spec, period, indicator }) => {
			const figures = await comparedFigures(db, { spec, period, regions, attribute: '', code: '' });
			return new Map(figures.filter((f) => f.indicator === indicator).map((f) => [f.region, f]));
		})
	);
	return places.map((place) => [
		placeTitle(place, lang),
		...cells.map((figures) => shareOf(figures.get(place.code), lang))
	]);
}

function shareOf(figure: ShareFigure | undefined, lang: Lang): string {
	if (figure === undefined) return messagesFor(lang).figure.tooSmall;
	const range = shortInterval(figure, lang);
	if (figure.share === null || figure.share_se === null || range === null) return untold(figure, lang);
	return `${percent(figure.share, figure.share_se, lang)} (${range}), ${figure.reliability}`;
}
