import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { byColumn } from './by-column.ts';
import type { Level } from './levels.ts';

const columns = [
	'g.code',
	'g.name',
	'g.position',
	'f.share',
	'f.share_se',
	'f.lower',
	'f.upper',
	'f.reliability'
] as const;

export interface RankingChoice {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	readonly tree: string;
	readonly level: Pick<Level, 'level' | 'first' | 'last'>;
	/** zeker: by the lower end of the interval; aandeel: by the share; naam: by name. */
	readonly order: 'zeker' | 'aandeel' | 'naam';
	readonly limit: number;
}

/** Regions of one level with their figure, in the chosen order; regions without a share come last. */
export function ranking(db: Published, choice: RankingChoice) {
	const regions = choice.order === 'naam' ? byName(db, choice) : byFigure(db, choice);
	return byColumn(db, regions, ['code', 'name', 'position', 'share', 'share_se', 'lower', 'upper', 'reliability']);
}

/** The regions come first, in their order, and then the figures of those that are shown. */
function byName(db: Published, { tree, level, limit, ...choice }: RankingChoice) {
	const regions = db
		.selectFrom('published.region')
		.where('tree', '=', tree)
		.where('level', '=', level.level)
		.where('code', '!=', UNKNOWN)
		.select(['code', 'name', 'position', 'folded_name'])
		.orderBy('folded_name')
		.orderBy('code')
		.limit(limit);
	return db
		.selectFrom(regions.as('g'))
		.innerJoin('published.figure as f', 'f.position', 'g.position')
		.where('f.spec', '=', choice.spec)
		.where('f.period', '=', choice.period)
		.where('f.indicator', '=', choice.indicator)
		.where('f.attribute', '=', '')
		.select(columns)
		.orderBy('g.folded_name')
		.orderBy('g.code');
}

/** The figures come first, in their order, and then the names of those that are shown. */
function byFigure(db: Published, { tree, level, limit, ...choice }: RankingChoice) {
	const key = choice.order === 'zeker' ? 'f.lower' : 'f.share';
	const figures = db
		.selectFrom('published.figure as f')
		.where('f.spec', '=', choice.spec)
		.where('f.period', '=', choice.period)
		.where('f.indicator', '=', choice.indicator)
		.where('f.attribute', '=', '')
		.where('f.position', '>=', level.first)
		.where('f.position', '<=', level.last)
		.select(['f.position', 'f.share', 'f.share_se', 'f.lower', 'f.upper', 'f.reliability'])
		.orderBy(key, (o) => o.desc().nullsLast())
		.orderBy('f.share', (o) => o.desc().nullsLast())
		.orderBy('f.position')
		.limit(limit);
	return db
		.selectFrom(figures.as('f'))
		.innerJoin('published.region as g', (join) => join.on('g.tree', '=', tree).onRef('g.position', '=', 'f.position'))
		.where('g.code', '!=', UNKNOWN)
		.select(columns)
		.orderBy(key, (o) => o.desc().nullsLast())
		.orderBy('f.share', (o) => o.desc().nullsLast())
		.orderBy('f.position');
}

export type RankedRegion = Awaited<ReturnType<typeof ranking>>[number];
