import type { Published } from '../db.ts';
import { keptPerPublication, TREES } from '../per-publication.ts';

/**
 * Levels of a region tree, root first: the number of regions, the first and last of their positions, and how many have a
 * place on the tile map.
 */
export const levels = keptPerPublication((db: Published, tree: string) => {
	return db
		.selectFrom('published.region')
		.where('tree', '=', tree)
		.where('code', '!=', 'unknown')
		.select(({ fn }) => [
			'level',
			'depth',
			fn.countAll<number>().as('regions'),
			fn.min('position').as('first'),
			fn.max('position').as('last'),
			fn.count<number>('hex_q').as('tiles')
		])
		.groupBy(['level', 'depth'])
		.orderBy('depth')
		.execute();
}, TREES);

export type Level = Awaited<ReturnType<typeof levels>>[number];
