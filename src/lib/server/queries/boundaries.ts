import type { Published } from '../db.ts';
import { keptPerPublication, TREES } from '../per-publication.ts';

/**
 * Imported boundaries of the regions of one level, as the text of GeoJSON geometries: reading their many points is work for
 * whoever draws them. Empty when none were imported.
 */
export function boundaries(db: Published, tree: string, level: string) {
	return db
		.selectFrom('published.boundary as b')
		.innerJoin('published.region as g', (join) => join.onRef('g.tree', '=', 'b.tree').onRef('g.code', '=', 'b.region'))
		.where('b.tree', '=', tree)
		.where('g.level', '=', level)
		.select((eb) => ['g.code', eb.cast<string>('b.geometry', 'text').as('geometry')])
		.orderBy('g.position')
		.execute();
}

/** Levels of a tree for which boundaries were imported. */
export const boundaryLevels = keptPerPublication(async (db: Published, tree: string): Promise<string[]> => {
	const rows = await db
		.selectFrom('published.boundary as b')
		.innerJoin('published.region as g', (join) => join.onRef('g.tree', '=', 'b.tree').onRef('g.code', '=', 'b.region'))
		.where('b.tree', '=', tree)
		.select('g.level')
		.distinct()
		.execute();
	return rows.map((row) => row.level);
}, TREES);

export type Boundary = Awaited<ReturnType<typeof boundaries>>[number];
