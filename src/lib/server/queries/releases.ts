import { sql } from 'kysely';
import type { Published } from '../db.ts';

/** Every release ever published, newest period and version first. */
export function releases(db: Published) {
	return db
		.selectFrom('published.release')
		.select([
			'id',
			'spec',
			'title_nl',
			'title_en',
			'period',
			'version',
			'state',
			'is_current',
			'status',
			'unit',
			'tree'
		])
		.select(['region_vintage', 'rho', 'delta', 'epsilon', 'conversion', 'published_at', 'superseded_at', 'integrity_p'])
		.select(['replaces_version', 'replaced_by', 'replaced_by_version', 'notice_nl', 'notice_en'])
		.select([
			sql<string | null>`manifest #>> '{ledger,lineage}'`.as('lineage'),
			sql<string>`coalesce(manifest #>> '{ledger,hash}', bundle_hash)`.as('charge')
		])
		.orderBy('spec')
		.orderBy('period', 'desc')
		.orderBy('version', 'desc')
		.execute();
}

export type Release = Awaited<ReturnType<typeof releases>>[number];
