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
	/** Group, or two empty texts for all units together. */
	readonly attribute: string;
	readonly code: string;
}

/** Figures of one group for every indicator of a period, in a few regions. */
export function comparedFigures(db: Published, { spec, period, regions, attribute, code }: Told) {
	return db
		.selectFrom('published.figure')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('region', 'in', regions)
		.where('attribute', '=', attribute)
		.where('code', '=', code)
		.select(figureColumns)
		.execute();
}

export type ComparedFigure = Awaited<ReturnType<typeof comparedFigures>>[number];

/** Estimated shares of a few regions for one indicator, where there are any. */
export function comparedEstimates(db: Published, { spec, period, regions, attribute, code }: Told, indicator: string) {
	return db
		.selectFrom('published.small_area')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('region', 'in', regions)
		.where('attribute', '=', attribute)
		.where('code', '=', code)
		.select(['region', 'estimate', 'se', 'lower', 'upper', 'weight'])
		.execute();
}

export type ComparedEstimate = Awaited<ReturnType<typeof comparedEstimates>>[number];

/**
 * Places of a few regions among others for one indicator. Asked apart from the estimates: together the database would take longer
 * to plan the question than to answer it.
 */
export function comparedRanks(
	db: Published,
	{ spec, period, regions }: Omit<Told, 'attribute' | 'code'>,
	indicator: string
) {
	return db
		.selectFrom('published.rank')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('indicator', '=', indicator)
		.where('region', 'in', regions)
		.select(['region', 'within', 'of', 'best_rank', 'worst_rank', 'top', 'p_top'])
		.execute();
}

export type ComparedRank = Awaited<ReturnType<typeof comparedRanks>>[number];
