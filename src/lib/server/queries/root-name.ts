import type { Published } from '../db.ts';

/** Name, code and level of the root of a region tree. */
export function rootName(db: Published, tree: string) {
	return db
		.selectFrom('published.region')
		.where('tree', '=', tree)
		.where('parent', 'is', null)
		.select(['code', 'name', 'level'])
		.executeTakeFirst();
}
