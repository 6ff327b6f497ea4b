import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { foldedName } from './folded-name.ts';

export interface RankingChoice {
	readonly spec: string;
	readonly period: string;
	readonly indicator: string;
	readonly tree: string;
	readonly level: string;
	/** zeker: by the lower end of the interval; aandeel: by the share; naam: by name. */
	readonly order: 'zeker' | 'aandeel' | 'naam';
	readonly limit: number;
}

/** Regions of one level with their figure, in the chosen order; regions without a share come last. */
export function ranking(db: Published, choice: RankingChoice) {
	const rows = db
		.selectFrom('published.figure as f')
		.innerJoin('published.region as g', (join) => join.onRef('g.code', '=', 'f.region').on('g.tree', '=', choice.tree))
		.where('f.spec', '=', choice.spec)
		.where('f.period', '=', choice.period)
		.where('f.indicator', '=', choice.indicator)
		.where('f.attribute', '=', '')
		.where('g.level', '=', choice.level)
		.where('g.code', '!=', UNKNOWN)
		.select(['g.code', 'g.name', 'f.share', 'f.share_se', 'f.lower', 'f.upper', 'f.reliability'])
		.limit(choice.limit);
	if (choice.order === 'naam') return rows.orderBy(foldedName).orderBy('g.code').execute();
	const key = choice.order === 'zeker' ? 'f.lower' : 'f.share';
	return rows
		.orderBy(key, (o) => o.desc().nullsLast())
		.orderBy('f.share', (o) => o.desc().nullsLast())
		.orderBy('g.position')
		.execute();
}

export type RankedRegion = Awaited<ReturnType<typeof ranking>>[number];
