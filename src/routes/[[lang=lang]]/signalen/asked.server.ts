import type { Published } from '$lib/server/db.ts';
import { indicators } from '$lib/server/queries/indicators.ts';
import { regionSpans } from '$lib/server/queries/region-spans.ts';
import { namedApart } from '$lib/server/twins.ts';
import { parseSignals } from '$lib/url.ts';
import { chooseFigure, chooseRegions } from './choices.server.ts';

/** What an address asks of early warning; null without figures of regions. */
export async function askedOf(db: Published, params: URLSearchParams) {
	const { state, ignored } = parseSignals(params);
	const all = namedApart(await indicators(db));
	const rows = all.filter((row) => row.tree !== null);
	const { chosen, periods, releases: latest } = chooseFigure(rows, state, ignored);
	const tree = chosen?.tree ?? rows[0]?.tree;
	if (tree == null) return null;
	const { deepest, ...regions } = await chooseRegions(db, tree, state, ignored);
	// Within a region only what is told on the same tree.
	const releases = regions.within === undefined ? latest : latest.filter((row) => row.tree === tree);
	return {
		ignored,
		rows,
		/** The tree that links need not name. */
		mainTree: all[0]?.tree ?? null,
		chosen,
		periods,
		regions,
		releases,
		question: {
			releases: releases.map(({ release }) => release),
			indicator: chosen?.id,
			level: regions.level,
			within: regions.within && (await regionSpans(db, { tree, code: regions.within.code, deepest }))
		}
	};
}

export type Asked = NonNullable<Awaited<ReturnType<typeof askedOf>>>;
