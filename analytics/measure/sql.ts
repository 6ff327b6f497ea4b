import { sql, type ExpressionBuilder, type SelectQueryBuilder } from 'kysely';
import { tableRegions, type Domain, type Table } from '../contract/domain.ts';
import type { Engine, Relations } from '../engine/engine.ts';
import { writeLookup } from '../engine/lookup.ts';
import { amountColumn, REGION_COLUMN } from '../population/analysis-file.ts';
import { cutPositions } from '../population/cuts.ts';

export type CellQuery = SelectQueryBuilder<Relations, string, Record<string, unknown>>;

/**
 * The count or sum of each cell that occurs: the region's position in the cut first (when the table has a level), then the
 * positions of the attributes of `by`, then the number. Plain SQL: no engine's own functions.
 */
export function cellQuery(db: Engine['db'], domain: Domain, table: Table, relation: string): CellQuery {
	const attributes = table.by.map((name) => `unit.${name}`);
	const rows = db.selectFrom(`${relation} as unit`);
	if (tableRegions(domain, table) === null) {
		const cells = rows.select((eb) => [...attributes, measured(eb as Builder, table)]);
		return (attributes.length === 0 ? cells : cells.groupBy(attributes)) as CellQuery;
	}
	return rows
		.innerJoin(`${cutRelation(domain, table)} as place`, 'place.key', `unit.${REGION_COLUMN}`)
		.select((eb) => ['place.value', ...attributes, measured(eb as Builder, table)])
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

/**
 * What is told of a cell: its rows, or its sum of differences from the centre. A sum of no rows is 0, and one beyond 2^52,
 * which no population that a plan allows for comes near, stays there: so it is a whole number always, without an error.
 */
function measured(eb: Builder, table: Table) {
	if (table.sum === undefined) return eb.fn.countAll().as('rows');
	const sum = sql`coalesce(sum(${eb.ref(`unit.${amountColumn(table.sum)}`)}), 0)`;
	const whole = sql`least(greatest(${sum}, ${eb.lit(-FARTHEST_SUM)}), ${eb.lit(FARTHEST_SUM)})`;
	return sql<number>`cast(${whole} as bigint)`.as('total');
}

type Builder = ExpressionBuilder<Relations, string>;

const FARTHEST_SUM = 2 ** 52;

function cutRelation(domain: Domain, table: Table): string {
	return `region_level_${domain.region!.tree.levels.indexOf(table.level!)}`;
}
