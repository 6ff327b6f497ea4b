import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';

/** The regions before and after one, by name, among those of its level in the same parent; null at either end. */
export async function neighbours(
	db: Published,
	region: { tree: string; code: string; parent: string | null; level: string }
) {
	if (region.parent === null) return { previous: null, next: null };
	const siblings = await db
		.selectFrom('published.region')
		.where('tree', '=', region.tree)
		.where('parent', '=', region.parent)
		.where('level', '=', region.level)
		.where('code', '!=', UNKNOWN)
		.select(['code', 'name'])
		.orderBy('folded_name')
		.orderBy('code')
		.execute();
	const at = siblings.findIndex(({ code }) => code === region.code);
	return { previous: siblings[at - 1] ?? null, next: siblings[at + 1] ?? null };
}
