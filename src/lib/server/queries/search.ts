import { sql } from 'kysely';
import { UNKNOWN } from '../../../../analytics/contract/region-tree.ts';
import type { Published } from '../db.ts';

export const SEARCH_LIMIT = 50;

const accented = 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšž';
const bare = 'aaaaaaceeeeiiiinoooooouuuuyysz';

/** Regions whose name holds the text, accents and capitals aside, or whose code starts with it. */
export function search(db: Published, text: string) {
	const folded = fold(text);
	const name = sql<string>`translate(lower(g.name), ${accented}, ${bare})`;
	return db
		.selectFrom('published.region as g')
		.leftJoin('published.region as p', (join) => join.onRef('p.tree', '=', 'g.tree').onRef('p.code', '=', 'g.parent'))
		.where('g.code', '!=', UNKNOWN)
		.where(sql<boolean>`(position(${folded} in ${name}) > 0 or lower(g.code) like ${likePrefix(folded)})`)
		.select(['g.tree', 'g.code', 'g.name', 'g.level', 'p.name as parent'])
		.orderBy(sql`position(${folded} in ${name}) <> 1`)
		.orderBy('g.depth')
		.orderBy('g.name')
		.limit(SEARCH_LIMIT + 1)
		.execute();
}

export function fold(text: string): string {
	return text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replaceAll('ø', 'o');
}

function likePrefix(text: string): string {
	return `${text.replace(/[\\%_]/g, '\\$&')}%`;
}
