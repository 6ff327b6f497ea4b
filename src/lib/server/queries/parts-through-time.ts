import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** Every period of each child of a region for one indicator, all units together, in the order of the tree. */
export function partsThroughTime(db: Published, choice: { spec: string; indicator: string; parent: string }) {
	return db
		.selectFrom('published.figure')
		.where('spec', '=', choice.spec)
		.where('indicator', '=', choice.indicator)
		.where('attribute', '=', '')
		.where('parent', '=', choice.parent)
		.where('region', '!=', UNKNOWN)
		.select(figureColumns)
		.select('region_name')
		.orderBy('position')
		.execute();
}
