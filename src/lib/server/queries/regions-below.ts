import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { keptPerPublication, TREES } from '../per-publication.ts';

export interface RegionBelow {
	code: string;
	name: string;
	level: string;
	depth: number;
	position: number;
	/** Code of the child of the region asked about that this one lies in; null for that region itself. */
	branch: string | null;
}

/** A region and all that lies in it, down to a depth, in the order of the tree: those of one level stand together. */
export function regionsBelow(
	db: Published,
	choice: { tree: string; code: string; depth: number }
): Promise<RegionBelow[]> {
	return db
		.withRecursive('below', (query) =>
			query
				.selectFrom('published.region')
				.where('tree', '=', choice.tree)
				.where('code', '=', choice.code)
				.select(['tree', 'code', 'name', 'level', 'depth', 'position'])
				.select((eb) => eb.cast<string | null>(eb.lit(null), 'text').as('branch'))
				.unionAll((next) =>
					next
						.selectFrom('published.region as g')
						.innerJoin('below', (join) => join.onRef('below.tree', '=', 'g.tree').onRef('g.parent', '=', 'below.code'))
						.where('g.depth', '<=', choice.depth)
						.where('g.code', '!=', UNKNOWN)
						.select(['g.tree', 'g.code', 'g.name', 'g.level', 'g.depth', 'g.position'])
						.select((eb) => eb.fn.coalesce('below.branch', 'g.code').as('branch'))
				)
		)
		.selectFrom('below')
		.select(['code', 'name', 'level', 'depth', 'position', 'branch'])
		.orderBy('position')
		.execute();
}

/** Regions of the largest levels of a tree, to choose one from. */
export const regionsDownTo = keptPerPublication((db: Published, choice: { tree: string; depth: number }) => {
	return db
		.selectFrom('published.region')
		.where('tree', '=', choice.tree)
		.where('depth', '<=', choice.depth)
		.where('code', '!=', UNKNOWN)
		.select(['code', 'name', 'level'])
		.orderBy('depth')
		.orderBy('folded_name')
		.orderBy('code')
		.execute();
}, TREES);
