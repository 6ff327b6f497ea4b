import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { figureColumns } from './figure-columns.ts';

/** Figures of the parts of a region in a few releases, for all units together. */
export function regionChildren(db: Published, choice: { parent: string; releases: readonly number[] }) {
	if (choice.releases.length === 0) return Promise.resolve([]);
	return db
		.selectFrom('published.figure')
		.where('release', 'in', choice.releases)
		.where('attribute', '=', '')
		.where('parent', '=', choice.parent)
		.where('region', '!=', UNKNOWN)
		.select(figureColumns)
		.select(['region_name', 'level'])
		.orderBy('release', 'desc')
		.orderBy('indicator')
		.orderBy('position')
		.execute();
}
