import { noticesOf } from '$lib/format/names.ts';
import { releaseOf } from '$lib/format/release.ts';
import { regionHref } from '$lib/links.ts';
import type { Lang } from '$lib/messages/index.ts';
import { answer } from '$lib/server/answer.ts';
import type { Published } from '$lib/server/db.ts';
import {
	comparedEstimates,
	comparedFigures,
	comparedRanks,
	largestRegions,
	namedRegions
} from '$lib/server/queries/compare-regions.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { SEARCH_LIMIT, search } from '$lib/server/search.ts';
import { similarTo } from '$lib/server/similar.ts';
import { told } from '$lib/server/told.ts';
import { MOST_COMPARED, parseComparison } from '$lib/url.ts';
import type { ComparisonState } from '$lib/url.ts';
import { chooseIndicator, cijferOf, optionsOf } from '../choose.ts';
import { differencesFrom, estimateInWords, placeInWords, sideBySide } from './comparison.server.ts';
import { chooseGroup, everyone, groupOptions } from './group.server.ts';
import type { Group } from './group.server.ts';
import type { PageServerLoad } from './$types';

/** Regions to begin with, when none is chosen. */
const EXAMPLES = 4;

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored } = parseComparison(url.searchParams);
		const all = await indicators(db);
		const rows = all.filter((row) => row.tree !== null);
		const choice = chooseIndicator(rows, state, ignored);
		const tree = choice?.chosen.tree;
		if (choice === undefined || tree == null) return { view: null };
		const { chosen, periods } = choice;
		const group = chooseGroup(chosen, state.groep, ignored, lang);
		const known = await namedRegions(db, tree, state.gebied);
		const regions = state.gebied.flatMap((code) => known.find((region) => region.code === code) ?? []);
		if (regions.length < state.gebied.length && !ignored.includes('gebied')) ignored.push('gebied');
		const root = await rootName(db, tree);
		// Without a choice the page begins with the country.
		const shown = regions.length > 0 || root === undefined ? regions : [root];
		const kept = {
			cijfer: cijferOf(chosen),
			periode: chosen.period,
			groep: group === everyone ? undefined : state.groep,
			gebied: regions.map(({ code }) => code)
		};
		const linkTree = all[0]?.tree === tree ? undefined : tree;
		const link = (code: string) => regionHref(lang, code, linkTree);
		const sameRelease = rows.filter((row) => row.spec === chosen.spec && row.period === chosen.period);
		const [comparison, found, examples] = await Promise.all([
			compared(db, { chosen, tree, root, group, regions: shown, indicators: sameRelease, lang, link }),
			foundIn(db, tree, state, kept.gebied),
			regions.length === 0 ? largestRegions(db, tree, EXAMPLES) : []
		]);
		return {
			view: {
				ignored,
				notices: noticesOf([chosen], lang),
				indicators: optionsOf(rows, lang),
				periods,
				groups: groupOptions(chosen, lang),
				/** What an address of this view says. */
				state: kept,
				chosen: {
					period: chosen.period,
					group: group.name,
					label: labelOf(chosen, lang),
					description: lang === 'en' ? chosen.description_en : chosen.description_nl,
					unit: chosen.unit,
					source: chosen.source_kind,
					release: releaseOf(chosen),
					definition: chosen.definition
				},
				regions,
				full: regions.length >= MOST_COMPARED,
				comparison,
				found,
				examples
			}
		};
	});

interface Question {
	readonly chosen: Indicator;
	readonly tree: string;
	readonly root: { code: string; name: string } | undefined;
	readonly group: Group;
	readonly regions: readonly { code: string; name: string; level: string }[];
	/** Indicators that are told in the same release and period. */
	readonly indicators: readonly Indicator[];
	readonly lang: Lang;
	readonly link: (code: string) => string;
}

/** Everything that is told of the regions that were chosen. */
async function compared(db: Published, { chosen, tree, root, group, regions, indicators, lang, link }: Question) {
	const { spec, period, id } = chosen;
	const codes = regions.map(({ code }) => code);
	const asked = { spec, period, attribute: group.attribute, code: group.code };
	const [figures, estimates, ranks, similar] = await Promise.all([
		comparedFigures(db, { ...asked, regions: [...codes, ...(root === undefined ? [] : [root.code])] }),
		comparedEstimates(db, { ...asked, regions: codes }, id),
		// Places are told for everyone together only.
		group === everyone ? comparedRanks(db, { ...asked, regions: codes }, id) : [],
		similarTo(db, tree, codes, lang)
	]);
	const homes = await namedRegions(
		db,
		tree,
		ranks.map(({ within }) => within)
	);
	const placeOf = (code: string) => {
		const rank = ranks.find(({ region }) => region === code);
		return placeInWords(rank, homes.find((home) => home.code === rank?.within)?.name, lang);
	};
	const own = figures.filter((figure) => figure.indicator === id);
	const whole = own.find((figure) => figure.region === root?.code);
	return {
		rows: regions.flatMap(({ code, name }) => {
			const figure = own.find((f) => f.region === code);
			return figure === undefined ? [] : [{ ...told(figure), code, name, href: link(code) }];
		}),
		reference: whole?.share ?? null,
		root: root?.name ?? '',
		differences: differencesFrom(regions, own, lang),
		places: regions.flatMap(({ code, name }) => {
			const estimate = estimateInWords(
				estimates.find(({ region }) => region === code),
				lang
			);
			return estimate === null ? [] : [{ code, name, estimate, ...placeOf(code) }];
		}),
		all: sideBySide(
			indicators.map((row) => ({ id: row.id, label: labelOf(row, lang) })),
			[...regions, ...(root === undefined || codes.includes(root.code) ? [] : [root])],
			figures,
			lang
		),
		similar
	};
}

/** Regions that the search finds and that are not chosen yet. */
async function foundIn(db: Published, tree: string, state: ComparisonState, chosen: readonly string[]) {
	if (state.zoek === undefined || state.zoek === '') return null;
	const rows = await search(db, state.zoek, tree);
	return {
		q: state.zoek,
		more: rows.length > SEARCH_LIMIT,
		rows: rows.slice(0, SEARCH_LIMIT).filter(({ code }) => !chosen.includes(code))
	};
}

function labelOf(row: Pick<Indicator, 'label_nl' | 'label_en'>, lang: Lang): string {
	return lang === 'en' ? row.label_en : row.label_nl;
}
