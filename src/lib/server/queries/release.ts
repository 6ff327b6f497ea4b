import type { ReleaseView } from '../../../../analytics/contract/published.ts';
import type { Published } from '../db.ts';

/** One release that was ever published, its manifest included. */
export function release(db: Published, id: number) {
	return db.selectFrom('published.release').where('id', '=', id).selectAll().executeTakeFirst();
}

/** The files of a bundle as they were signed. */
export function bundle(db: Published, hash: string) {
	return db.selectFrom('published.bundle').where('hash', '=', hash).selectAll().executeTakeFirst();
}

/** The release that holds now for the same period. */
export function currentRelease(db: Published, { spec, period }: Pick<ReleaseView, 'spec' | 'period'>) {
	return db
		.selectFrom('published.release')
		.where('spec', '=', spec)
		.where('period', '=', period)
		.where('is_current', '=', true)
		.select(['id', 'version'])
		.executeTakeFirst();
}

/** When a release came into each of its states. */
export function releaseHistory(db: Published, id: number) {
	return db
		.selectFrom('published.release_history')
		.where('release', '=', id)
		.select(['state', 'at'])
		.orderBy('at')
		.execute();
}

type Which = Pick<ReleaseView, 'id' | 'state'>;

/** Indicators of a release, current or old. */
export function releaseIndicators(db: Published, { id, state }: Which) {
	return db
		.selectFrom(state === 'published' ? 'published.indicator' : 'published.superseded_indicator')
		.where('release', '=', id)
		.select(['id', 'label_nl', 'label_en', 'definition'])
		.orderBy('id')
		.execute();
}

/** Figures of the whole domain in a release, current or old. */
export function releaseFigures(db: Published, { id, state }: Which) {
	return db
		.selectFrom(state === 'published' ? 'published.figure' : 'published.superseded_figure')
		.where('release', '=', id)
		.where('position', '=', 0)
		.where('attribute', '=', '')
		.select(['indicator', 'region_name', 'numerator', 'numerator_se', 'denominator', 'denominator_se'])
		.select(['share', 'share_se', 'lower', 'upper', 'reliability'])
		.execute();
}
