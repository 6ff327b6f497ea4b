import type { Published } from '../db.ts';
import { notice } from './spec-facts.ts';

/** Every release ever published, newest period and version first. */
export function releases(db: Published) {
	return db
		.selectFrom('published.release as r')
		.select([
			'id',
			'spec',
			'title_nl',
			'title_en',
			'period',
			'version',
			'unit',
			'tree',
			'region_vintage',
			'rho',
			'delta',
			'epsilon',
			'conversion',
			'published_at',
			'is_current',
			'integrity_p',
			notice('nl').as('notice_nl'),
			notice('en').as('notice_en')
		])
		.orderBy('spec')
		.orderBy('period', 'desc')
		.orderBy('version', 'desc')
		.execute();
}

export type Release = Awaited<ReturnType<typeof releases>>[number];
