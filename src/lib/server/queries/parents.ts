import type { Published } from '../db.ts';
import { keptPerPublication, TREES } from '../per-publication.ts';

/** Parent of each region of a tree down to a depth. */
export const parents = keptPerPublication((db: Published, tree: string, depth: number) => {
	return db
		.selectFrom('published.region')
		.where('tree', '=', tree)
		.where('depth', '<=', depth)
		.select(['code', 'parent'])
		.execute();
}, TREES);
