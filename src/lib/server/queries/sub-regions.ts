import { sql } from 'kysely';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';

/** Children of a region with their figure for one indicator and period, highest certain share first. */
export function subRegions(db: Published, choice: { parent: string; spec: string; period: string; indicator: string }) {
	return db
		.selectFrom('published.figure')
		.where('spec', '=', choice.spec)
		.where('period', '=', choice.period)
		.where('indicator', '=', choice.indicator)
		.where('attribute', '=', '')
		.where('parent', '=', choice.parent)
		.select(['region as code', 'region_name as name', 'level'])
		.select(['share', 'share_se', 'lower', 'upper', 'reliability'])
		.orderBy(sql`region = ${UNKNOWN}`)
		.orderBy('lower', (o) => o.desc().nullsLast())
		.orderBy('position')
		.execute();
}

export type SubRegion = Awaited<ReturnType<typeof subRegions>>[number];
