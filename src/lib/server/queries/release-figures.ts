import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

interface Part {
	readonly release: number;
	/** Positions of regions, both ends included. */
	readonly first: number;
	readonly last: number;
	/** Level of those regions; null for a release without regions. */
	readonly level: string | null;
	/** Only this indicator, for all units together; undefined for every indicator and group. */
	readonly indicator?: string;
}

/** Figures of a release for a row of regions, in the order of the tree. */
export function releaseFiguresOf(db: Published, { release, first, last, level, indicator }: Part) {
	return db
		.selectFrom('published.figure')
		.where('release', '=', release)
		.where('position', '>=', first)
		.where('position', '<=', last)
		.where('region', '!=', UNKNOWN)
		.$if(level !== null, (query) => query.where('level', '=', level!))
		.$if(indicator !== undefined, (query) => query.where('indicator', '=', indicator!).where('attribute', '=', ''))
		.select(figureColumns)
		.select(['region_name', 'level'])
		.orderBy('position')
		.orderBy('indicator')
		.orderBy('attribute')
		.orderBy('code')
		.execute();
}

/** Whether a release has any figure of a region; all cells of a level are published, so its first region tells of the level. */
export async function hasFigureAt(db: Published, release: number, position: number): Promise<boolean> {
	const found = await db
		.selectFrom('published.figure')
		.where('release', '=', release)
		.where('position', '=', position)
		.select('position')
		.limit(1)
		.executeTakeFirst();
	return found !== undefined;
}
