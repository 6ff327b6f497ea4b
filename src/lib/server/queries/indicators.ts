import type { Published } from '../db.ts';

/** Indicators of the current releases, one row per period; region trees with places on the map come first. */
export function indicators(db: Published) {
	return db
		.selectFrom('published.indicator as i')
		.innerJoin('published.release as r', 'r.id', 'i.release')
		.select([
			'i.spec',
			'i.period',
			'i.tree',
			'i.id',
			'i.label_nl',
			'i.label_en',
			'i.description_nl',
			'i.description_en',
			'i.groups',
			'i.definition',
			'r.id as release',
			'r.status',
			'r.replaces_version',
			'r.replaces_published_at',
			'r.title_nl',
			'r.title_en',
			'r.unit',
			'r.version',
			'r.region_vintage',
			'r.published_at',
			'r.notice_nl',
			'r.notice_en',
			'r.source_kind'
		])
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('published.region as g')
						.select('g.code')
						.whereRef('g.tree', '=', 'i.tree')
						.where('g.hex_q', 'is not', null)
				)
				.as('mapped')
		)
		.orderBy('mapped', 'desc')
		.orderBy('i.spec')
		.orderBy('i.period', 'desc')
		.orderBy('i.id')
		.execute();
}

export type Indicator = Awaited<ReturnType<typeof indicators>>[number];
