import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { byColumn } from './by-column.ts';

/** Every region of every tree, with the name of its parent: the highest level first, and within it the most people. */
export function regionNames(db: Published) {
	const question = db
		.selectFrom('published.region as g')
		.leftJoin('published.region as p', (join) => join.onRef('p.tree', '=', 'g.tree').onRef('p.code', '=', 'g.parent'))
		.where('g.code', '!=', UNKNOWN)
		.select(['g.tree', 'g.code', 'g.name', 'g.folded_name', 'g.level', 'p.name as parent'])
		.orderBy('g.depth')
		.orderBy('g.population', (order) => order.desc().nullsLast())
		.orderBy('g.folded_name')
		.orderBy('g.code');
	return byColumn(db, question, ['tree', 'code', 'name', 'folded_name', 'level', 'parent']);
}
