import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** Every period of a few regions, all units together: what a line beside another needs. */
export function regionTotals(
	db: Published,
	{ specs, regions, indicator }: { specs: readonly string[]; regions: readonly string[]; indicator?: string }
) {
	if (specs.length === 0 || regions.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.figure')
		.where('spec', 'in', specs)
		.where('region', 'in', regions)
		.where('attribute', '=', '')
		.$if(indicator !== undefined, (query) => query.where('indicator', '=', indicator!))
		.select(figureColumns)
		.select('region_name')
		.execute();
}

export type RegionTotal = Awaited<ReturnType<typeof regionTotals>>[number];
