import { sql } from 'kysely';
import type { Domain, Series } from '../contract/domain.ts';
import type { Engine } from '../engine/engine.ts';
import { writeLookup } from '../engine/lookup.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { REGION_COLUMN } from './analysis-file.ts';
import { cutPositions } from './cuts.ts';

const PLACE_LOOKUP = 'spell_place';
// Names with a hyphen, which no attribute has.
const PLACE = 'spell-place';
const TURN = 'spell-turn';
const START = 'spell-start';
const NUMBER = 'spell-number';

/** Columns of coded rows that a series needs and the analysis file must not have. */
export interface RowNames {
	/** Key of the unit. */
	readonly unit: string;
	/** Place of the row in its file. */
	readonly position: string;
}

/**
 * The rows of a series that count, by a public rule that looks at one unit at a time: rows of no listed period are left out,
 * of each unit and period the first row in file order stays, and then the first `spells` spells of each unit. A spell is a run
 * of consecutive periods in one cell of every table.
 */
export async function firstSpells(
	engine: Engine,
	domain: Domain,
	{ attribute, spells }: Series,
	coded: RowQuery,
	{ unit, position }: RowNames
): Promise<RowQuery> {
	const from = (rows: RowQuery, alias: string) => engine.db.selectFrom(rows.as(alias) as never) as unknown as RowQuery;
	const dated = from(coded, 'coded')
		.where(attribute, 'is not', null)
		.selectAll()
		.select((eb) => {
			const [key, period, place] = [eb.ref(unit), eb.ref(attribute), eb.ref(position)];
			return sql<number>`row_number() over (partition by ${key}, ${period} order by ${place})`.as(TURN);
		}) as RowQuery;
	const once = from(dated, 'dated').where(TURN, '=', 1).selectAll() as RowQuery;
	const { rows, columns } = await withPlace(engine, domain, once);
	const started = from(rows, 'placed')
		.selectAll()
		.select((eb) => {
			const over = sql`over (partition by ${eb.ref(unit)} order by ${eb.ref(attribute)})`;
			const stays = columns.map((column) => {
				const value = eb.ref(column);
				return sql`lag(${value}) ${over} = ${value} - ${eb.lit(column === attribute ? 1 : 0)}`;
			});
			return sql<number>`case when ${sql.join(stays, sql` and `)} then 0 else 1 end`.as(START);
		}) as RowQuery;
	const numbered = from(started, 'started')
		.selectAll()
		.select((eb) => {
			const over = sql`over (partition by ${eb.ref(unit)} order by ${eb.ref(attribute)})`;
			return sql<number>`sum(${eb.ref(START)}) ${over}`.as(NUMBER);
		}) as RowQuery;
	return from(numbered, 'numbered').where(NUMBER, '<=', spells).selectAll() as RowQuery;
}

/** The columns that tell one cell from another: attributes that some table has, and the region of the deepest level in use. */
async function withPlace(
	engine: Engine,
	domain: Domain,
	rows: RowQuery
): Promise<{ rows: RowQuery; columns: string[] }> {
	const { tables, region } = domain;
	const columns = [...new Set(tables.flatMap(({ by }) => by))];
	const used = region?.tree.levels.findLast((level) => tables.some((table) => table.level === level));
	if (region === null || used === undefined) return { rows, columns };
	await writeLookup(engine, PLACE_LOOKUP, cutPositions(domain, region.tree.cut(used)));
	const placed = (engine.db.selectFrom(rows.as('once') as never) as unknown as RowQuery)
		.innerJoin(PLACE_LOOKUP, `${PLACE_LOOKUP}.key`, `once.${REGION_COLUMN}`)
		.selectAll('once' as never)
		.select(`${PLACE_LOOKUP}.value as ${PLACE}`) as unknown as RowQuery;
	return { rows: placed, columns: [...columns, PLACE] };
}
