import { sql } from 'kysely';
import { written } from '../engine/written.ts';
import type { DataFile } from '../microdata/data-file.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { GBAADRESOBJECTBUS } from '../microdata/tables/gbaadresobjectbus.ts';
import type { Stage, Unit } from './fact.ts';
import { columnsOf } from './members.ts';
import type { Request } from './requests.ts';
import { from, fromRelation, write, writeOneRowPer } from './one-row.ts';

const START = 'GBADATUMAANVANGADRESHOUDING';
const END = 'GBADATUMEINDEADRESHOUDING';
const ADDRESS = ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'];

/** What `writeRegions` asks of a stage. */
export const addressRequest: Request = {
	table: GBAADRESOBJECTBUS,
	offset: 0,
	columns: [START, END, ...ADDRESS],
	times: 1
};

/**
 * The regions of units by their address on the date: a household is where its reference person is registered. Of several
 * addresses the one where the person came last counts, then the lowest number; of an address that is listed twice the lowest
 * codes.
 * @param relation that is written: column `unit` and the columns of `regions`
 * @param places VSLGWBTAB
 * @param regions name of each column of the answer, with that of the column in VSLGWBTAB
 */
export async function writeRegions(
	stage: Stage,
	relation: string,
	unit: Unit,
	places: DataFile,
	regions: readonly (readonly [column: string, source: string])[]
): Promise<void> {
	const { engine } = stage;
	const date = written(stage.year * 10_000 + 1231);
	const spells = from(engine, stage.rows(GBAADRESOBJECTBUS, addressRequest.columns), 'spell')
		.where(
			(eb) =>
				sql<boolean>`${eb.ref(`spell.${START}`)} <= ${date} and coalesce(${eb.ref(`spell.${END}`)} >= ${date}, true)`
		)
		.select([`spell.${unit} as unit`, `spell.${START} as start`])
		.select(ADDRESS.map((name) => `spell.${name}`)) as RowQuery;
	const counted = unit === 'household' ? spells.where(sql<boolean>`spell.reference`) : spells;
	const addresses = `${relation}_addresses`;
	const order = [['start', 'desc'] as const, ...ADDRESS.map((name): [string] => [name])];
	await writeOneRowPer(engine, addresses, counted, { key: 'unit', order, columns: ['unit', 'start', ...ADDRESS] });
	const listed = await columnsOf(engine, places, [...ADDRESS, ...regions.map(([, source]) => source)], 'listed');
	const found = fromRelation(engine, `${addresses} as address`)
		.innerJoin(listed.selectAll().as('place'), (join) =>
			ADDRESS.reduce((on, name) => on.onRef(`place.${name}`, '=', `address.${name}`), join)
		)
		.groupBy('address.unit')
		.select('address.unit')
		.select((eb) => regions.map(([column, source]) => eb.fn.min(`place.${source}`).as(column))) as unknown as RowQuery;
	await write(engine, relation, found);
	await engine.db.schema.dropTable(addresses).execute();
}
