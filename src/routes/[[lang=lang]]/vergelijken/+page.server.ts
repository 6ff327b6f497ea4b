import { noticesOf } from '$lib/format/names.ts';
import { foundIn } from '$lib/format/found.ts';
import { placeName, placeTitle } from '$lib/format/place-name.ts';
import { releaseOf } from '$lib/format/release.ts';
import { href, regionHref } from '$lib/links.ts';
import { answer } from '$lib/server/answer.ts';
import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import { regionNotes } from '$lib/server/history-notes.ts';
import { largestRegions, namedRegions } from '$lib/server/queries/compare-regions.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { pathOf } from '$lib/server/queries/region.ts';
import { rootName } from '$lib/server/queries/root-name.ts';
import { definitionCaveats } from '$lib/server/definition-changes.ts';
import { twinView } from '$lib/server/twin-view.ts';
import { namedApart } from '$lib/server/twins.ts';
import { SEARCH_LIMIT, search } from '$lib/server/search.ts';
import { MOST_COMPARED, parseComparison } from '$lib/url.ts';
import type { ComparisonState } from '$lib/url.ts';
import { chooseIndicator, cijferOf, optionsOf } from '../choose.ts';
import { compared, labelOf } from './compared.server.ts';
import { chooseGroups, groupOptions } from './group.server.ts';
import type { PageServerLoad } from './$types';

/** Regions to begin with, when none is chosen. */
const EXAMPLES = 4;

export const load: PageServerLoad = ({ params, url }) =>
	answer(async (db) => {
		const lang = params.lang === 'en' ? 'en' : 'nl';
		const { state, ignored, more } = parseComparison(url.searchParams);
		const all = namedApart(await indicators(db));
		const rows = all.filter((row) => row.tree !== null);
		const choice = chooseIndicator(rows, state, ignored);
		const tree = choice?.chosen.tree;
		if (choice === undefined || tree == null) return { view: null };
		const { chosen, periods } = choice;
		const groups = chooseGroups(chosen, state.groep, ignored, lang);
		const known = await namedRegions(db, tree, state.gebied);
		const regions = state.gebied.flatMap((code) => known.find((region) => region.code === code) ?? []);
		if (regions.length < state.gebied.length && !ignored.includes('gebied')) ignored.push('gebied');
		const root = await rootName(db, tree);
		// Without a choice the page begins with the country.
		const shown = regions.length > 0 || root === undefined ? regions : [root];
		const kept = {
			cijfer: cijferOf(chosen),
			periode: chosen.period,
			groep: groups.map(({ value }) => value),
			gebied: regions.map(({ code }) => code)
		};
		const linkTree = all[0]?.tree === tree ? undefined : tree;
		const link = (code: string) => regionHref(lang, code, linkTree);
		const sameRelease = rows.filter((row) => row.spec === chosen.spec && row.period === chosen.period);
		const [comparison, found, examples, history] = await Promise.all([
			compared(db, { chosen, tree, root, groups, regions: shown, indicators: sameRelease, lang, link }),
			added(db, tree, state, kept.gebied, lang),
			regions.length === 0 ? largestRegions(db, tree, EXAMPLES) : [],
			// Of the latest period, whose past holds the other periods that can be chosen.
			regionNotes(db, [rows.find((row) => cijferOf(row) === cijferOf(chosen)) ?? chosen], lang)
		]);
		// The region that the others are compared with; a step up takes its place.
		const above = regions[0] === undefined ? [] : (await pathOf(db, tree, regions[0].code)).slice(0, -1);
		const path = above.map((one) => {
			const gebied = [...new Set([one.code, ...kept.gebied.slice(1)])];
			return { code: one.code, name: placeTitle(one, lang), href: href(lang, '/vergelijken', { ...kept, gebied }) };
		});
		return {
			view: {
				ignored,
				/** More were asked for than fit beside each other. */
				more,
				notices: noticesOf([chosen], lang),
				indicators: optionsOf(rows, lang),
				periods,
				groups: groupOptions(chosen, lang),
				path,
				twin: twinView(rows, chosen, lang),
				caveats: definitionCaveats(
					rows.filter(({ spec, id, period }) => spec === chosen.spec && id === chosen.id && period <= chosen.period),
					lang
				),
				history,
				/** What an address of this view says. */
				state: kept,
				chosen: {
					period: chosen.period,
					/** Of whom the figures are, where they are of one group. */
					group: groups.length === 1 ? groups[0]!.name : null,
					label: labelOf(chosen, lang),
					description: lang === 'en' ? chosen.description_en : chosen.description_nl,
					unit: chosen.unit,
					source: chosen.source_kind,
					release: releaseOf(chosen),
					definition: chosen.definition
				},
				regions: regions.map((region) => ({
					...region,
					name: placeName(region, lang),
					title: placeTitle(region, lang),
					parent: root !== undefined && region.parent === root.name ? placeName(root, lang) : region.parent
				})),
				/** Two or more are compared, in the first region; one is what all regions are told of. */
				asked: groups.map(({ value, name }) => ({ value, name })),
				full: regions.length >= MOST_COMPARED,
				groupsFull: groups.length >= MOST_COMPARED,
				comparison,
				found,
				examples
			}
		};
	});

/** Regions that the search finds and that are not chosen yet. */
async function added(db: Published, tree: string, state: ComparisonState, chosen: readonly string[], lang: Lang) {
	if (state.zoek === undefined || state.zoek === '') return null;
	const rows = await search(db, state.zoek, tree);
	return {
		q: state.zoek,
		more: rows.length > SEARCH_LIMIT,
		rows: rows
			.slice(0, SEARCH_LIMIT)
			.filter(({ code }) => !chosen.includes(code))
			.map((row) => foundIn(row, lang))
	};
}
