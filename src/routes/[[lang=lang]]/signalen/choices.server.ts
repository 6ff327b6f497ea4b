import type { Lang } from '$lib/messages/index.ts';
import type { Published } from '$lib/server/db.ts';
import type { Indicator } from '$lib/server/queries/indicators.ts';
import { levels } from '$lib/server/queries/levels.ts';
import { regionsDownTo } from '$lib/server/queries/regions-below.ts';
import { pathOf } from '$lib/server/queries/region.ts';
import type { SignalsState } from '$lib/url.ts';
import { chooseIndicator } from '../choose.ts';

/** The indicator asked for and its periods; without one, all indicators in the latest period of each. */
export function chooseFigure(rows: readonly Indicator[], state: SignalsState, ignored: string[]) {
	const latest = rows.filter((row, i) => rows.findIndex((other) => other.spec === row.spec) === i);
	if (state.cijfer === undefined) {
		if (state.periode !== undefined) ignored.push('periode');
		return { chosen: null, periods: [], releases: latest };
	}
	const choice = chooseIndicator(rows, state, ignored);
	if (choice === undefined || ignored.includes('cijfer')) return { chosen: null, periods: [], releases: latest };
	return { ...choice, releases: [choice.chosen] };
}

/** Levels of a region tree and the regions to look within: those down to the level of the tiles, and the one asked for. */
export async function chooseRegions(db: Published, tree: string, state: SignalsState, ignored: string[]) {
	const all = await levels(db, tree);
	const level = all.find((one) => one.level === state.niveau)?.level;
	if (state.niveau !== undefined && level === undefined) ignored.push('niveau');
	const depth = (all.find((one) => one.tiles > 0) ?? all[1])?.depth ?? 0;
	const [regions, path] = await Promise.all([
		regionsDownTo(db, { tree, depth }),
		state.gebied === undefined ? [] : pathOf(db, tree, state.gebied)
	]);
	const within = path.at(-1);
	if (state.gebied !== undefined && within === undefined) ignored.push('gebied');
	// Within the country is everywhere.
	const offered = regions.filter((region) => region.level !== all[0]?.level);
	const known = within === undefined || within.depth === 0 || offered.some(({ code }) => code === within.code);
	return {
		levels: all.map((one) => one.level),
		deepest: all.at(-1)?.depth ?? 0,
		level,
		regions: known ? offered : [...offered, within],
		within: within === undefined || within.depth === 0 ? undefined : within,
		/** The regions around that one, from the country down. */
		around: path.slice(0, -1)
	};
}

/** Names of a group of an indicator; null for all units together. */
export function groupOf(row: Indicator | undefined, attribute: string, code: string, lang: Lang) {
	if (attribute === '') return null;
	const found = row?.groups.find((group) => group.attribute === attribute)?.codes.find((one) => one.code === code);
	return { attribute, name: found?.[lang] ?? code };
}
