import { sql } from 'kysely';
import type { DataFile } from '../microdata/data-file.ts';
import type { RowQuery } from '../microdata/rows.ts';
import { GBAADRESOBJECTBUS } from '../microdata/tables/gbaadresobjectbus.ts';
import { OPEN_END } from '../microdata/tables/keys.ts';
import type { Stage, Unit } from './fact.ts';
import { columnsOf } from './members.ts';
import type { Request } from './requests.ts';
import { from, fromRelation, writeOneRowPer } from './one-row.ts';

const START = 'GBADATUMAANVANGADRESHOUDING';
const END = 'GBADATUMEINDEADRESHOUDING';
const ADDRESS = ['SOORTOBJECTNUMMER', 'RINOBJECTNUMMER'];

/** What `regionsOf` asks of a stage. */
export const addressRequest: Request = {
	table: GBAADRESOBJECTBUS,
	offset: 0,
	columns: [START, END, ...ADDRESS],
	times: 1
};

/**
 * The regions of units by their address on the date: a household is where its reference person is registered. Of several
 * addresses the one where the person came last counts, then the lowest number; of an address that is listed twice the lowest
 * codes. Column `unit` and the columns of `regions`.
 * @param places VSLGWBTAB
 * @param regions name of each column of the answer, with that of the column in VSLGWBTAB
 */
export async function regionsOf(
	stage: Stage,
	unit: Unit,
	places: DataFile,
	regions: readonly (readonly [column: string, source: string])[]
): Promise<RowQuery> {
	const { engine } = stage;
	const date = `${stage.year}1231`;
	const spells = from(engine, stage.rows(GBAADRESOBJECTBUS, addressRequest.columns), 'spell')
		.where(`spell.${START}`, '<=', date)
		.where((eb) => eb(eb.fn.coalesce(`spell.${END}`, eb.val(OPEN_END)), '>=', date))
		.select([`spell.${unit} as unit`, `spell.${START} as start`])
		.select(ADDRESS.map((name) => `spell.${name}`)) as RowQuery;
	const counted = unit === 'household' ? spells.where(sql<boolean>`spell.reference`) : spells;
	const relation = `addresses_${stage.year}`;
	const order = [['start', 'desc'] as const, ...ADDRESS.map((name): [string] => [name])];
	await writeOneRowPer(engine, relation, counted, { key: 'unit', order, columns: ['unit', 'start', ...ADDRESS] });
	const listed = await columnsOf(engine, places, [...ADDRESS, ...regions.map(([, source]) => source)], 'listed');
	return fromRelation(engine, `${relation} as address`)
		.innerJoin(listed.selectAll().as('place'), (join) =>
			ADDRESS.reduce((on, name) => on.onRef(`place.${name}`, '=', `address.${name}`), join)
		)
		.groupBy('address.unit')
		.select('address.unit')
		.select((eb) => regions.map(([column, source]) => eb.fn.min(`place.${source}`).as(column))) as unknown as RowQuery;
}
