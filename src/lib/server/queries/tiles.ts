import type { Published } from '../db.ts';
import { keptPerPublication, TREES } from '../per-publication.ts';

/** Regions with a place on the tile map, with their parent. */
export const tiles = keptPerPublication((db: Published, tree: string) => {
	return db
		.selectFrom('published.region')
		.where('tree', '=', tree)
		.where('hex_q', 'is not', null)
		.where('hex_r', 'is not', null)
		.select(['code', 'parent', 'name', 'level', 'depth'])
		.select(['hex_q', 'hex_r'])
		.$narrowType<{ hex_q: number; hex_r: number }>()
		.orderBy('position')
		.execute();
}, TREES);

export type Tile = Awaited<ReturnType<typeof tiles>>[number];
