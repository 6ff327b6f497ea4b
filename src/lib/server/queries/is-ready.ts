import type { Published } from '../db.ts';

/** Does the database answer, and may this role read the published views? */
export async function isReady(db: Published): Promise<boolean> {
	await db.selectFrom('published.release').select('id').limit(1).execute();
	return true;
}
