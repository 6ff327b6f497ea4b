import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Published } from '../db.ts';

/** Regions of a tree by their positions, both ends included. */
export interface Span {
	readonly first: number;
	readonly last: number;
}

/**
 * Where a region and all that lies in it stand in the tree, a span a level: positions run breadth-first, so that the parts of
 * one region stand side by side. A filter on them is far cheaper than one on codes.
 * @param deepest depth of the tree's last level
 */
export function regionSpans(
	db: Published,
	{ tree, code, deepest }: { tree: string; code: string; deepest: number }
): Promise<Span[]> {
	return db
		.withRecursive('span', (query) =>
			query
				.selectFrom('published.region')
				.where('tree', '=', tree)
				.where('code', '=', code)
				.select(['position as first', 'position as last'])
				.unionAll((next) =>
					next
						.selectFrom('span')
						.innerJoinLateral(
							(eb) =>
								eb
									.selectFrom('published.region as whole')
									.innerJoin('published.region as part', (join) =>
										join.onRef('part.tree', '=', 'whole.tree').onRef('part.parent', '=', 'whole.code')
									)
									.where('whole.tree', '=', tree)
									// Most regions are of the deepest level, and have no parts to look for.
									.where('whole.depth', '<', deepest)
									.whereRef('whole.position', '>=', 'span.first')
									.whereRef('whole.position', '<=', 'span.last')
									.select(({ fn }) => [fn.min('part.position').as('first'), fn.max('part.position').as('last')])
									.as('parts'),
							(join) => join.onTrue()
						)
						.where('parts.first', 'is not', null)
						.select(['parts.first', 'parts.last'])
				)
		)
		.selectFrom('span')
		.select(['first', 'last'])
		.execute();
}

/** Whether a column of positions is in one of the spans. */
export function isWithin(column: RawBuilder<unknown>, spans: readonly Span[]): RawBuilder<boolean> {
	const between = spans.map(({ first, last }) => sql`${column} between ${first} and ${last}`);
	return sql<boolean>`(${between.length === 0 ? sql`false` : sql.join(between, sql` or `)})`;
}
