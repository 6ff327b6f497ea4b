import { sql } from 'kysely';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { fold } from './folded-name.ts';

export const SEARCH_LIMIT = 50;

/** Regions of one tree or all whose name holds the text, accents and capitals aside, or whose code starts with it. */
export function search(db: Published, text: string, tree?: string) {
	const folded = fold(text);
	const later = sql<boolean>`position(${folded} in folded_name) <> 1`;
	// The names of parents are looked up for what is shown, not for all that was found.
	const found = db
		.selectFrom('published.region')
		.where('code', '!=', UNKNOWN)
		.$if(tree !== undefined, (query) => query.where('tree', '=', tree!))
		.where(sql<boolean>`(position(${folded} in folded_name) > 0 or lower(code) like ${likePrefix(folded)})`)
		.select(['tree', 'code', 'parent', 'name', 'level', 'depth', 'folded_name'])
		.select(later.as('later'))
		.orderBy('later')
		.orderBy('depth')
		.orderBy('folded_name')
		.orderBy('code')
		.limit(SEARCH_LIMIT + 1);
	return db
		.selectFrom(found.as('g'))
		.leftJoin('published.region as p', (join) => join.onRef('p.tree', '=', 'g.tree').onRef('p.code', '=', 'g.parent'))
		.select(['g.tree', 'g.code', 'g.name', 'g.level', 'p.name as parent'])
		.orderBy('g.later')
		.orderBy('g.depth')
		.orderBy('g.folded_name')
		.orderBy('g.code')
		.execute();
}

function likePrefix(text: string): string {
	return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}
