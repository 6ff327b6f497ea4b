import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** Regions of a tree by their codes, each with the name of what it lies in. */
export function namedRegions(db: Published, tree: string, codes: readonly string[]) {
	if (codes.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.region as g')
		.leftJoin('published.region as p', (join) => join.onRef('p.tree', '=', 'g.tree').onRef('p.code', '=', 'g.parent'))
		.where('g.tree', '=', tree)
		.where('g.code', 'in', codes)
		.where('g.code', '!=', UNKNOWN)
		.select(['g.code', 'g.name', 'g.level', 'p.name as parent'])
		.execute();
}

export type NamedRegion = Awaited<ReturnType<typeof namedRegions>>[number];

/** Regions with a place on the map that most people live in. */
export function largestRegions(db: Published, tree: string, limit: number) {
	return db
		.selectFrom('published.region')
		.where('tree', '=', tree)
		.where('hex_q', 'is not', null)
		.where('population', 'is not', null)
		.select(['code', 'name'])
		.orderBy('population', 'desc')
		.limit(limit)
		.execute();
}

interface Told {
	readonly spec: string;
	readonly period: string;
	readonly regions: readonly string[];
}

/** Figures of all units together for every indicator of a period, in a few regions. */
export function comparedFigures(db: Published, { spec, period, regions }: Told) {
	return db
		.selectFrom('published.figure')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('region', 'in', regions)
		.where('attribute', '=', '')
		.select(figureColumns)
		.execute();
}

export type ComparedFigure = Awaited<ReturnType<typeof comparedFigures>>[number];

/** Estimated share of a few regions for one indicator, and their places among others, where either is known. */
export async function comparedPlaces(db: Published, { spec, period, regions }: Told, indicator: string) {
	if (regions.length === 0) return [];
	return db
		.selectFrom('published.small_area as e')
		.leftJoin('published.rank as k', (join) =>
			join
				.onRef('k.release', '=', 'e.release')
				.onRef('k.period', '=', 'e.period')
				.onRef('k.indicator', '=', 'e.indicator')
				.onRef('k.region', '=', 'e.region')
		)
		.leftJoin('published.region as w', (join) => join.onRef('w.tree', '=', 'k.tree').onRef('w.code', '=', 'k.within'))
		.where('e.spec', '=', spec)
		.where('e.period', '=', period)
		.where('e.indicator', '=', indicator)
		.where('e.region', 'in', regions)
		.where('e.attribute', '=', '')
		.select(['e.region', 'e.estimate', 'e.se', 'e.lower', 'e.upper', 'e.weight'])
		.select(['w.name as within', 'k.of', 'k.best_rank', 'k.worst_rank', 'k.top', 'k.p_top'])
		.execute();
}

export type ComparedPlace = Awaited<ReturnType<typeof comparedPlaces>>[number];
