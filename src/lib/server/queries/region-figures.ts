import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** All figures, groups and periods of a few regions (a region and those it is compared with). */
export function regionFigures(db: Published, specs: readonly string[], regions: readonly string[]) {
	if (specs.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.figure')
		.where('spec', 'in', specs)
		.where('region', 'in', regions)
		.select(figureColumns)
		.execute();
}

export type RegionFigure = Awaited<ReturnType<typeof regionFigures>>[number];
