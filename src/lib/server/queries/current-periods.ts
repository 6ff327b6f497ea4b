import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { keptPerPublication, TREES } from '../per-publication.ts';

/** The current release of every period of some specifications, oldest first. */
export function currentPeriods(db: Published, specs: readonly string[]) {
	if (specs.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.release')
		.where('spec', 'in', specs)
		.where('state', '=', 'published')
		.select(['spec', 'period', 'tree', 'region_vintage', 'published_at', 'replaces_version'])
		.orderBy('spec')
		.orderBy('period')
		.execute();
}

export type CurrentPeriod = Awaited<ReturnType<typeof currentPeriods>>[number];

/** When releases were made, which is when their warnings were computed. */
export function madeAt(db: Published, releases: readonly number[]) {
	if (releases.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.release_history')
		.where('release', 'in', releases)
		.where('state', '=', 'draft')
		.select(['release', 'at'])
		.execute();
}

/** Whether two trees have other regions; a place for units of unknown region is none. */
export const treesDiffer = keptPerPublication(async (db: Published, one: string, other: string): Promise<boolean> => {
	const regions = (tree: string) =>
		db
			.selectFrom('published.region')
			.where('tree', '=', tree)
			.where('code', '!=', UNKNOWN)
			.select(['code', 'parent', 'name', 'level']);
	const only = async (a: string, b: string) => regions(a).except(regions(b)).limit(1).executeTakeFirst();
	return ((await only(one, other)) ?? (await only(other, one))) !== undefined;
}, TREES);
