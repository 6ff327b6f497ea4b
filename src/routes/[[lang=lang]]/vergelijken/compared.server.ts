import { placeName, placeTitle } from '$lib/format/place-name.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import {
	comparedEstimates,
	comparedFigures,
	comparedRanks,
	namedRegions
} from '$lib/server/queries/compare-regions.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { similarTo } from '$lib/server/similar.ts';
import { told } from '$lib/server/told.ts';
import { differencesFrom, estimateInWords, figureOf, placeInWords, sideBySide } from './comparison.server.ts';
import type { Compared } from './comparison.server.ts';
import { everyone } from './group.server.ts';
import type { Group } from './group.server.ts';

interface Question {
	readonly chosen: Indicator;
	readonly tree: string;
	readonly root: { code: string; name: string } | undefined;
	readonly groups: readonly Group[];
	readonly regions: readonly { code: string; name: string; level: string }[];
	/** Indicators that are told in the same release and period. */
	readonly indicators: readonly Indicator[];
	readonly lang: Lang;
	readonly link: (code: string) => string;
}

/** Everything that is told of what was chosen: of regions, or of groups in the first of them. */
export async function compared(
	db: Published,
	{ chosen, tree, root, groups, regions, indicators, lang, link }: Question
) {
	const { spec, period, id } = chosen;
	const among = groups.length > 1;
	const [first, group] = [regions[0], groups[0] ?? everyone];
	const whole = among && first ? asRegion(first, everyone, lang) : root && asRegion(root, group, lang);
	const all =
		among && first ? groups.map((one) => asGroup(first, one)) : regions.map((one) => asRegion(one, group, lang));
	const codes = among ? [] : regions.map(({ code }) => code);
	const [figures, places, similar] = await Promise.all([
		figuresOf(db, { spec, period }, whole === undefined ? all : [...all, whole]),
		placesOf(db, { chosen, tree, group, regions: among ? [] : regions, lang }),
		similarTo(db, tree, codes, lang)
	]);
	const own = figures.filter((figure) => figure.indicator === id);
	return {
		among: among && first ? placeName(first, lang) : null,
		rows: all.flatMap((one) => {
			const figure = figureOf(own, one);
			return figure === undefined ? [] : [{ ...told(figure), code: one.code, name: one.title, href: link(one.region) }];
		}),
		reference: (whole && figureOf(own, whole)?.share) ?? null,
		root: whole?.name ?? '',
		first: all[0]?.name ?? '',
		differences: differencesFrom(all, own, lang),
		places,
		all: sideBySide(
			indicators.map((row) => ({ id: row.id, label: labelOf(row, lang) })),
			[...all, ...(whole === undefined || codes.includes(whole.code) ? [] : [whole])],
			figures,
			lang
		),
		similar
	};
}

interface Place {
	readonly code: string;
	readonly name: string;
}

const asRegion = (place: Place, group: Group, lang: Lang): Compared => ({
	code: place.code,
	name: placeName(place, lang),
	title: placeTitle(place, lang),
	region: place.code,
	group
});
const asGroup = ({ code }: Place, group: Group): Compared => ({
	code: group.value,
	name: group.name,
	title: group.name,
	region: code,
	group
});

/** Figures of every indicator of all that is compared: one question for each group. */
async function figuresOf(db: Published, release: { spec: string; period: string }, all: readonly Compared[]) {
	const groups = [...new Map(all.map(({ group }) => [group.value, group])).values()];
	const found = groups.map(({ value, attribute, code }) => {
		const regions = all.filter(({ group }) => group.value === value).map(({ region }) => region);
		return comparedFigures(db, { ...release, attribute, code, regions });
	});
	return (await Promise.all(found)).flat();
}

type Placed = Pick<Question, 'chosen' | 'tree' | 'regions' | 'lang'> & { readonly group: Group };

/** The estimate and the place of each region, where there are any. */
async function placesOf(db: Published, { chosen, tree, group, regions, lang }: Placed) {
	const codes = regions.map(({ code }) => code);
	const { attribute, code } = group;
	const asked = { spec: chosen.spec, period: chosen.period, attribute, code, regions: codes };
	if (codes.length === 0) return [];
	const [estimates, ranks] = await Promise.all([
		comparedEstimates(db, asked, chosen.id),
		// Places are told for everyone together only.
		group === everyone ? comparedRanks(db, asked, chosen.id) : []
	]);
	const within = ranks.map((rank) => rank.within);
	const homes = await namedRegions(db, tree, within);
	return regions.flatMap((region) => {
		const of = estimates.find((one) => one.region === region.code);
		const estimate = estimateInWords(of, lang);
		if (estimate === null) return [];
		const rank = ranks.find((one) => one.region === region.code);
		const home = homes.find((one) => one.code === rank?.within);
		return [
			{
				code: region.code,
				name: placeTitle(region, lang),
				estimate,
				...placeInWords(rank, home && placeName(home, lang), lang)
			}
		];
	});
}

export function labelOf(row: Pick<Indicator, 'label_nl' | 'label_en'>, lang: Lang): string {
	return lang === 'en' ? row.label_en : row.label_nl;
}
