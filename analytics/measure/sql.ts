import type { SelectQueryBuilder } from 'kysely';
import { tableRegions, type Domain, type Table } from '../contract/domain.ts';
import type { Engine, Relations } from '../engine/engine.ts';
import { writeLookup } from '../engine/lookup.ts';
import { REGION_COLUMN } from '../population/analysis-file.ts';

export type CellQuery = SelectQueryBuilder<Relations, string, Record<string, unknown>>;

/**
 * The count of each cell that occurs: the region's position in the cut first (when the table has a level), then the
 * positions of the attributes of `by`, then the number of rows. Plain SQL: no engine's own functions.
 */
export function cellQuery(db: Engine['db'], domain: Domain, table: Table, relation: string): CellQuery {
	const attributes = table.by.map((name) => `unit.${name}`);
	const rows = db.selectFrom(`${relation} as unit`);
	const count = db.fn.countAll().as('rows');
	if (tableRegions(domain, table) === null) {
		const cells = rows.select([...attributes, count]);
		return (attributes.length === 0 ? cells : cells.groupBy(attributes)) as CellQuery;
	}
	return rows
		.innerJoin(`${cutRelation(domain, table)} as place`, 'place.key', `unit.${REGION_COLUMN}`)
		.select(['place.value', ...attributes, count])
		.groupBy(['place.value', ...attributes]) as CellQuery;
}

/** The text of a table's query, as committed beside this file for reading. */
export function measureSql(engine: Pick<Engine, 'db'>, domain: Domain, table: Table, relation: string): string {
	return cellQuery(engine.db, domain, table, relation).compile().sql;
}

/** Writes, for each level that a table uses, the public relation from a leaf to its region's position in the cut. */
export async function writeCuts(engine: Engine, domain: Domain): Promise<void> {
	const written = new Set<string>();
	for (const table of domain.tables) {
		const cut = tableRegions(domain, table);
		if (cut === null || written.has(table.level!)) continue;
		written.add(table.level!);
		await writeLookup(engine, cutRelation(domain, table), cutPositions(domain, cut));
	}
}

/** Each leaf of the tree with the position of the region of the cut that holds it. */
export function cutPositions(domain: Domain, cut: readonly number[]): [leaf: number, position: number][] {
	const { tree } = domain.region!;
	const position = new Map(cut.map((node, i) => [node, i]));
	return tree.leaves().map((leaf) => {
		let node = leaf;
		while (!position.has(node)) node = tree.parent[node]!;
		return [leaf, position.get(node)!];
	});
}

function cutRelation(domain: Domain, table: Table): string {
	return `region_level_${domain.region!.tree.levels.indexOf(table.level!)}`;
}
