import { sql } from 'kysely';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';
import { fold, foldedName } from './folded-name.ts';

export const SEARCH_LIMIT = 50;

/** Regions whose name holds the text, accents and capitals aside, or whose code starts with it. */
export function search(db: Published, text: string) {
	const folded = fold(text);
	return db
		.selectFrom('published.region as g')
		.leftJoin('published.region as p', (join) => join.onRef('p.tree', '=', 'g.tree').onRef('p.code', '=', 'g.parent'))
		.where('g.code', '!=', UNKNOWN)
		.where(sql<boolean>`(position(${folded} in ${foldedName}) > 0 or lower(g.code) like ${likePrefix(folded)})`)
		.select(['g.tree', 'g.code', 'g.name', 'g.level', 'p.name as parent'])
		.orderBy(sql`position(${folded} in ${foldedName}) <> 1`)
		.orderBy('g.depth')
		.orderBy('g.name')
		.limit(SEARCH_LIMIT + 1)
		.execute();
}

function likePrefix(text: string): string {
	return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}
