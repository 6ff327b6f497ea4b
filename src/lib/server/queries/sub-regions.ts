import { sql } from 'kysely';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';

/** Children of a region with their figure for one indicator and period, highest certain share first. */
export function subRegions(
	db: Published,
	choice: { tree: string; parent: string; spec: string; period: string; indicator: string }
) {
	return db
		.selectFrom('published.region as g')
		.innerJoin('published.figure as f', 'f.region', 'g.code')
		.where('g.tree', '=', choice.tree)
		.where('g.parent', '=', choice.parent)
		.where('f.spec', '=', choice.spec)
		.where('f.period', '=', choice.period)
		.where('f.indicator', '=', choice.indicator)
		.where('f.attribute', '=', '')
		.select(['g.code', 'g.name', 'g.level', 'f.share', 'f.share_se', 'f.lower', 'f.upper', 'f.reliability'])
		.orderBy(sql`g.code = ${UNKNOWN}`)
		.orderBy('f.lower', (o) => o.desc().nullsLast())
		.orderBy('g.position')
		.execute();
}

export type SubRegion = Awaited<ReturnType<typeof subRegions>>[number];
