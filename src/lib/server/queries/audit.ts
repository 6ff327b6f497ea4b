import type { Published } from '../db.ts';

/** The latest audit of the privacy claim, if any was published. */
export function latestAudit(db: Published) {
	return db.selectFrom('published.audit').select(['made_at', 'report']).executeTakeFirst();
}
