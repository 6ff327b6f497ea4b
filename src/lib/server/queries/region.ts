import type { Published } from '../db.ts';

const columns = ['tree', 'code', 'parent', 'name', 'level', 'depth', 'position'] as const;

/** A region by its code. When several trees hold the code, the one asked for, else the one with places on the map. */
export async function region(db: Published, code: string, tree: string | undefined) {
	const rows = await db
		.selectFrom('published.region as g')
		.where('g.code', '=', code)
		.$if(tree !== undefined, (query) => query.where('g.tree', '=', tree!))
		.select(columns)
		.select((eb) =>
			eb
				.exists(
					eb
						.selectFrom('published.region as m')
						.select('m.code')
						.whereRef('m.tree', '=', 'g.tree')
						.where('m.hex_q', 'is not', null)
				)
				.as('mapped')
		)
		.orderBy('mapped', 'desc')
		.orderBy('g.tree')
		.limit(1)
		.execute();
	return rows[0];
}

/** From the root down to the region itself. */
export async function pathOf(db: Published, tree: string, code: string): Promise<RegionRow[]> {
	const rows = await db
		.withRecursive('up', (query) =>
			query
				.selectFrom('published.region')
				.where('tree', '=', tree)
				.where('code', '=', code)
				.select(columns)
				.unionAll((next) =>
					next
						.selectFrom('published.region as g')
						.innerJoin('up', (join) => join.onRef('up.tree', '=', 'g.tree').onRef('up.parent', '=', 'g.code'))
						.select(['g.tree', 'g.code', 'g.parent', 'g.name', 'g.level', 'g.depth', 'g.position'])
				)
		)
		.selectFrom('up')
		.select(columns)
		.orderBy('depth')
		.execute();
	return rows;
}

export interface RegionRow {
	tree: string;
	code: string;
	parent: string | null;
	name: string;
	level: string;
	depth: number;
	position: number;
}
